"""What training makes small: each sentence must know its translation among a batch.

The loss is the symmetric in-batch softmax (InfoNCE; van den Oord et al. 2018, arXiv:1807.03748,
both ways as in Radford et al. 2021, CLIP) over cosines times a learned scale, the inverse of the
temperature. `margin` is taken from the right pair's cosine (additive margin, Yang et al. 2019,
arXiv:1902.08564). Gradients are written out: autograd would keep several matrices of batch × batch.
"""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from alignbench.embedding.protocol import Vectors

if TYPE_CHECKING:
    import torch

_NEVER = -1e4
"""A score that no exponential sees."""


class Gradients(NamedTuple):
    """The mean loss of a batch and what it says of the vectors and of the scale's logarithm."""

    loss: float
    ja: Vectors
    en: Vectors
    log_scale: float


def contrast(
    ja: Vectors,
    en: Vectors,
    scale: float,
    same: tuple[NDArray[np.int64], NDArray[np.int64]],
    margin: float = 0.0,
) -> Gradients:
    """Loss and gradients of one batch.

    Args:
        ja, en: vectors of the pairs, not normalised, shape (n, d).
        scale: what cosines are multiplied by.
        same: row and column numbers of cells that are no wrong pairs, though off the diagonal,
            since they hold the same Japanese or the same English as the right pair.
        margin: taken from the cosines of right pairs.

    Returns:
        The mean loss in nats; gradients of the *sum* of losses over `ja` and `en`, of the mean
        over the logarithm of `scale`.
    """
    import torch  # two seconds, which only those wait for who train

    kind = torch.bfloat16 if _fast_halves() else torch.float32
    unit_ja, lengths_ja = _unit(ja)
    unit_en, lengths_en = _unit(en)
    left, right = unit_ja.to(kind), unit_en.to(kind)
    scores = (left * scale) @ right.T
    scores[torch.from_numpy(same[0]), torch.from_numpy(same[1])] = _NEVER
    if margin:
        scores.diagonal().sub_(margin * scale)
    pulls = torch.exp_(scores.sub_(scale))
    rows, columns = pulls.sum(1).float(), pulls.sum(0).float()
    diagonal = ((unit_ja * unit_en).sum(1) - margin) * scale
    loss = float((0.5 * (torch.log(rows) + torch.log(columns)) + scale - diagonal).mean())
    wanted = pulls.mul_((0.5 / rows)[:, None].to(kind) + (0.5 / columns)[None].to(kind))
    over_ja = (wanted @ right).float() - unit_en
    over_en = (wanted.T @ left).float() - unit_ja
    log_scale = float((over_ja * unit_ja).sum() / max(len(ja), 1)) * scale
    return Gradients(
        loss,
        _through_norm(over_ja * scale, unit_ja, lengths_ja),
        _through_norm(over_en * scale, unit_en, lengths_en),
        log_scale,
    )


def _fast_halves() -> bool:
    """Whether this processor multiplies bfloat16 faster than float32."""
    import torch

    return bool(torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())


def _unit(vectors: Vectors) -> "tuple[torch.Tensor, torch.Tensor]":
    import torch

    tensor = torch.from_numpy(vectors)
    lengths = torch.linalg.vector_norm(tensor, dim=1, keepdim=True).clamp_min(1e-4)
    return tensor / lengths, lengths


def _through_norm(over: "torch.Tensor", unit: "torch.Tensor", lengths: "torch.Tensor") -> Vectors:
    """The gradient over a vector from that over its unit vector."""
    inward = (over * unit).sum(1, keepdim=True) * unit
    result: Vectors = ((over - inward) / lengths).numpy()
    return result
