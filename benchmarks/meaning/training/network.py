"""The reader as a torch module: an encoder with a logit, a kind of error and a logit a piece.

It begins from `multilingual-e5-small` with the vocabulary cut down, as a folder of NPZ files whose
arrays are named as the module's; matrices may be int8 (`NAME.q`) with a scale a row (`NAME.s`).
"""

from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from benchmarks.meaning.maker.kinds import KINDS


class Tail(nn.Module):
    """What follows attention in a layer: projection, norm, feed-forward, norm."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.o, self.n1 = nn.Linear(width, width), nn.LayerNorm(width, eps=1e-12)
        self.f1, self.f2 = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.n2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, attended: Tensor) -> Tensor:
        """Shapes (pieces, width)."""
        x = self.n1(x + F.dropout(self.o(attended), 0.05, self.training))
        inner = self.f2(F.gelu(self.f1(x)))
        normed: Tensor = self.n2(x + F.dropout(inner, 0.05, self.training))
        return normed


class Network(nn.Module):
    """The reader. `early` is a head after two thirds of the layers, for a smaller one."""

    def __init__(
        self, vocabulary: int = 37_220, layers: int = 12, width: int = 384, heads: int = 12
    ) -> None:
        super().__init__()
        self.width, self.heads, self.early_at = width, heads, layers * 2 // 3 - 1
        self.emb, self.pos = nn.Embedding(vocabulary, width), nn.Embedding(512, width)
        self.typ, self.n0 = nn.Embedding(4, width), nn.LayerNorm(width, eps=1e-12)
        self.qkv = nn.ModuleList(nn.Linear(width, 3 * width) for _ in range(layers))
        self.tail = nn.ModuleList(Tail(width) for _ in range(layers))
        self.tok, self.sen8 = nn.Linear(width, 1), nn.Linear(width, 1)
        self.sen = nn.Sequential(nn.Linear(2 * width, width), nn.GELU(), nn.Linear(width, 1))
        self.kind = nn.Linear(2 * width, len(KINDS))

    def forward(
        self, ids: Tensor, types: Tensor, lengths: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Logits of pieces (batch, places), of pairs, of kinds (batch, kinds), and the early ones.

        `ids` and `types` have shape (batch, places), `lengths` (batch,).
        """
        batch, places = ids.shape
        there = torch.arange(places, device=ids.device)[None] < lengths[:, None]
        bias = torch.zeros(batch, 1, 1, places, device=ids.device)
        bias = bias.masked_fill(~there[:, None, None], -1e4)
        x = self.n0(self.emb(ids) + self.pos.weight[:places] + self.typ(types))
        x = x.reshape(batch * places, self.width)
        early = x
        for at, (qkv, tail) in enumerate(zip(self.qkv, self.tail, strict=True)):
            split = qkv(x).view(batch, places, 3, self.heads, self.width // self.heads)
            q, k, v = split.permute(2, 0, 3, 1, 4)
            heard = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
            x = tail(x, heard.transpose(1, 2).reshape(batch * places, self.width))
            if at == self.early_at:
                early = self.sen8(x.view(batch, places, self.width)[:, 0])[:, 0]
        x = x.view(batch, places, self.width)
        pieces = self.tok(x)[..., 0]
        shares = torch.softmax(pieces.float().masked_fill(~(there & (types < 2)), -1e4), 1)
        pooled = torch.cat([x[:, 0], (x * shares[..., None].to(x.dtype)).sum(1)], 1)
        return pieces, self.sen(pooled)[:, 0], self.kind(pooled), early


def arrays_of(folder: Path) -> dict[str, NDArray[np.float32]]:
    """The arrays of a folder of NPZ files as floats, by the module's names."""
    there: dict[str, NDArray[np.float32]] = {}
    for path in sorted(folder.glob("*.npz")):
        there |= dict(np.load(path))
    found = {}
    for name in {name.removesuffix(".q").removesuffix(".s") for name in there}:
        whole = there.get(name)
        if whole is None:
            whole = there[f"{name}.q"].astype(np.float32) * there[f"{name}.s"]
        found[name] = np.ascontiguousarray(whole, np.float32)
    return found


def begin_from(network: Network, folder: Path) -> list[str]:
    """Put a folder's arrays into the network; names of its arrays that stay as drawn.

    Raises:
        RuntimeError: an array has another shape than the network's.
    """
    state = network.state_dict()
    given = {name: torch.from_numpy(array) for name, array in arrays_of(folder).items()}
    missing = [name for name in state if name not in given]
    types = given.get("typ.weight")
    if types is not None and len(types) == 2:  # the sentence before begins as the sides do
        given["typ.weight"] = torch.cat([types, types])
    network.load_state_dict({**state, **{k: v for k, v in given.items() if k in state}})
    return missing


def write_arrays(network: Network, folder: Path) -> None:
    """The network's arrays as two NPZ files: the vocabulary in int8, the others in float16."""
    state = {
        name: value.detach().float().cpu().numpy() for name, value in network.state_dict().items()
    }
    vocabulary = state.pop("emb.weight")
    scale = np.abs(vocabulary).max(1, keepdims=True) / 127 + 1e-12
    whole = np.clip(np.round(vocabulary / scale), -127, 127).astype(np.int8)
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(
        folder / "vocabulary.npz",
        **{"emb.weight.q": whole, "emb.weight.s": scale.astype(np.float32)},
    )
    np.savez(
        folder / "layers.npz", **{name: value.astype(np.float16) for name, value in state.items()}
    )
