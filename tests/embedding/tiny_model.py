"""A sentence-transformers model made on the spot: one small layer, random weights."""

import json
from pathlib import Path
from typing import Any

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.,:?! のはがをに本館図書開く山川海空"


def save_tiny_model(folder: Path, prompts: dict[str, str] | None = None) -> Path:
    """A BERT over single characters with mean pooling, 32 dimensions, saved in `folder`."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel

    torch.manual_seed(7)
    bare = folder.with_name(f"{folder.name}-bert")
    tokenizer = _tokenizer()
    config = BertConfig(
        vocab_size=len(tokenizer), hidden_size=32, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=64, max_position_embeddings=128,
    )  # fmt: skip
    BertModel(config).save_pretrained(bare)
    tokenizer.save_pretrained(bare)
    body = Transformer(str(bare))
    modules = [body, Pooling(32, pooling_mode="mean")]
    SentenceTransformer(modules=modules, prompts=prompts, device="cpu").save(str(folder))
    return folder


def _tokenizer() -> Any:
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    pieces = [*special, *LETTERS, *(f"##{letter}" for letter in LETTERS)]
    vocabulary = {piece: number for number, piece in enumerate(pieces)}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    return PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer, unk_token="[UNK]", pad_token="[PAD]", cls_token="[CLS]",
        sep_token="[SEP]", mask_token="[MASK]", model_max_length=128,
    )  # fmt: skip


def as_in_hub_cache(model: Path, cache: Path, name: str, commit: str = "0123456789abcdef") -> Path:
    """Put a saved model into a hub cache, as a download would; returns the snapshot."""
    folder = cache / f"models--{name.replace('/', '--')}"
    snapshot = folder / "snapshots" / commit
    snapshot.parent.mkdir(parents=True)
    snapshot.symlink_to(model)
    (folder / "refs").mkdir()
    (folder / "refs" / "main").write_text(commit, encoding="utf-8")
    return snapshot


def add_code(model: Path) -> None:
    """Make a saved model one that brings a module of another package."""
    file = model / "modules.json"
    modules = json.loads(file.read_text(encoding="utf-8"))
    modules.append({"idx": 2, "name": "2", "path": "2_Own", "type": "own_code.Own"})
    (model / "2_Own").mkdir()
    file.write_text(json.dumps(modules), encoding="utf-8")
