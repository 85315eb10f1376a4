"""Writes trained weights as the ONNX file that ships: int8, a scale a row for what comes in.

    python -m benchmarks.meaning.training.export WEIGHTS OUT.onnx

Needs the package onnx. Weights have seven bits, since products of eight saturate on processors
without VNNI; every pair is computed as if alone, whatever else is in its batch.
"""

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from benchmarks.meaning.maker.kinds import KINDS
from benchmarks.meaning.training.network import arrays_of
from benchmarks.meaning.training.packing import PAD

TOP = 63
"""Largest value of a weight: seven bits with the sign."""
MOST_PLACES = 320
"""Places of a pair with the sentence before; the rest of the positions is left out."""
_FEW = 64
"""Outputs below which a matrix stays in floats: the heads."""


class Graph:
    """An ONNX graph while it is put together; every method gives the name of its result."""

    def __init__(self, arrays: dict[str, NDArray[np.float32]], heads: int) -> None:
        self._arrays, self._heads = arrays, heads
        self._nodes: list[Any] = []
        self._constants: list[Any] = []
        self._coded: dict[str, tuple[str, str]] = {}
        self._width = arrays["n0.weight"].shape[0]
        self._layers = sum(name.startswith("qkv.") and name.endswith("bias") for name in arrays)

    def model(self) -> Any:
        """The whole model: `ids`, `types` to `risk`, `kinds`, `tokens`."""
        x = self._embedded()
        pad = self._op("Equal", "ids", self._number(PAD, np.int64))
        bias = self._op("Mul", self._cast(pad), self._number(-1e4))
        mask = self._op("Unsqueeze", bias, self._whole(1, 2))
        for at in range(self._layers):
            x = self._layer(x, at, mask)
        tokens = self._op("Squeeze", self._matrix(x, "tok"), self._whole(2))
        before = self._op("Greater", "types", self._number(1, np.int64))
        hidden = self._op("Mul", self._cast(before), self._number(-1e4))
        seen = self._op("Add", tokens, self._op("Add", bias, hidden))
        shares = self._op("Unsqueeze", self._op("Softmax", seen, axis=-1), self._whole(1))
        pooled = self._op("Squeeze", self._op("MatMul", shares, x), self._whole(1))
        first = self._op("Slice", x, self._whole(0), self._whole(1), self._whole(1))
        both = self._op("Concat", self._op("Squeeze", first, self._whole(1)), pooled, axis=1)
        inner = self._op("Gelu", self._matrix(both, "sen.0"))
        risk = self._op("Squeeze", self._matrix(inner, "sen.2"), self._whole(1))
        outputs: dict[str, tuple[str, list[Any]]] = {
            "risk": (risk, ["b"]),
            "kinds": (self._matrix(both, "kind"), ["b", len(KINDS)]),
            "tokens": (tokens, ["b", "l"]),
        }
        for name, (result, _) in outputs.items():
            self._nodes.append(helper.make_node("Identity", [result], [name]))
        made = helper.make_graph(
            self._nodes,
            "reader",
            [_described(name, TensorProto.INT64, ["b", "l"]) for name in ("ids", "types")],
            [_described(name, TensorProto.FLOAT, shape) for name, (_, shape) in outputs.items()],
            self._constants,
        )
        return helper.make_model(made, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)

    def _embedded(self) -> str:
        table = self._arrays["emb.weight"]
        scale = np.maximum(np.abs(table).max(1, keepdims=True) / 127, 1e-12).astype(np.float32)
        whole = np.clip(np.round(table / scale), -127, 127).astype(np.int8)
        pieces = self._cast(self._op("Gather", self._constant(whole), "ids"))
        x = self._op("Mul", pieces, self._op("Gather", self._constant(scale), "ids"))
        length = self._op("Gather", self._op("Shape", "ids"), self._whole(1))
        places = self._constant(self._arrays["pos.weight"][:MOST_PLACES])
        position = self._op("Slice", places, self._whole(0), length, self._whole(0))
        types = self._op("Gather", self._constant(self._arrays["typ.weight"]), "types")
        return self._norm(self._op("Add", self._op("Add", x, position), types), "n0")

    def _layer(self, x: str, at: int, mask: str) -> str:
        shape = self._op("Shape", "ids")
        batch, length = (self._op("Gather", shape, self._whole(place)) for place in (0, 1))
        each = self._width // self._heads
        split = self._op(
            "Concat", batch, length, self._whole(self._heads), self._whole(each), axis=0
        )
        joined = self._op("Concat", batch, length, self._whole(self._width), axis=0)
        q, k, v = self._many("Split", 3, self._matrix(x, f"qkv.{at}"), axis=-1, num_outputs=3)

        def by_head(value: str, order: list[int]) -> str:
            return self._op("Transpose", self._op("Reshape", value, split), perm=order)

        scaled = self._op("Mul", by_head(q, [0, 2, 1, 3]), self._number(each**-0.5))
        alike = self._op("MatMul", scaled, by_head(k, [0, 2, 3, 1]))
        shares = self._op("Softmax", self._op("Add", alike, mask), axis=-1)
        heard = self._op("MatMul", shares, by_head(v, [0, 2, 1, 3]))
        y = self._op("Reshape", self._op("Transpose", heard, perm=[0, 2, 1, 3]), joined)
        tail = f"tail.{at}."
        x = self._norm(self._op("Add", x, self._matrix(y, f"{tail}o")), f"{tail}n1")
        inner = self._op("Gelu", self._matrix(x, f"{tail}f1"))
        return self._norm(self._op("Add", x, self._matrix(inner, f"{tail}f2")), f"{tail}n2")

    def _matrix(self, x: str, name: str) -> str:
        """A linear map; in whole numbers but for the heads."""
        weight = self._arrays[f"{name}.weight"].T
        if weight.shape[1] < _FEW:
            y = self._op("MatMul", x, self._constant(weight))
        else:
            scale = np.maximum(np.abs(weight).max(0) / TOP, 1e-12).astype(np.float32)
            whole = np.clip(np.round(weight / scale), -TOP, TOP).astype(np.int8)
            coded, row_scale = self._rows_in_bytes(x)
            zero, none = self._number(128, np.uint8), self._number(0, np.int8)
            product = self._op("MatMulInteger", coded, self._constant(whole), zero, none)
            y = self._op("Mul", self._cast(product), row_scale)
            y = self._op("Mul", y, self._constant(scale))
        return self._op("Add", y, self._constant(self._arrays[f"{name}.bias"]))

    def _rows_in_bytes(self, x: str) -> tuple[str, str]:
        """Each row in unsigned bytes around 128, and its scale."""
        if x not in self._coded:
            largest = self._op("ReduceMax", self._op("Abs", x), self._whole(-1), keepdims=1)
            scale = self._op(
                "Mul", self._op("Max", largest, self._number(1e-6)), self._number(1 / 127)
            )
            rounded = self._op("Round", self._op("Div", x, scale))
            shifted = self._op("Add", rounded, self._number(128.0))
            self._coded[x] = self._op("Cast", shifted, to=TensorProto.UINT8), scale
        return self._coded[x]

    def _norm(self, x: str, name: str) -> str:
        weight, bias = (
            self._constant(self._arrays[f"{name}.{part}"]) for part in ("weight", "bias")
        )
        return self._op("LayerNormalization", x, weight, bias, axis=-1, epsilon=1e-12)

    def _cast(self, x: str) -> str:
        return self._op("Cast", x, to=TensorProto.FLOAT)

    def _op(self, kind: str, *inputs: str, **how: Any) -> str:
        return self._many(kind, 1, *inputs, **how)[0]

    def _many(self, kind: str, count: int, *inputs: str, **how: Any) -> list[str]:
        names = [f"{kind}_{len(self._nodes)}_{at}" for at in range(count)]
        self._nodes.append(helper.make_node(kind, list(inputs), names, **how))
        return names

    def _constant(self, value: NDArray[Any]) -> str:
        name = f"constant_{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def _number(self, value: float, kind: Any = np.float32) -> str:
        return self._constant(np.array(value, kind))

    def _whole(self, *values: int) -> str:
        return self._constant(np.array(values, np.int64))


def _described(name: str, kind: int, shape: list[Any]) -> Any:
    return helper.make_tensor_value_info(name, kind, shape)


def export(weights: Path, out: Path, heads: int = 12) -> None:
    """Write the model of a folder of weights."""
    onnx.save(Graph(arrays_of(weights), heads).model(), str(out))


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the reader as ONNX.")
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    export(asked.weights, asked.out)
    print(f"{asked.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
