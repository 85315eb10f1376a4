"""A campaign of mutated files against all readers, run by hand.

    python benchmarks/fuzz_readers.py FOLDER_OR_FILES --count 10000 --seed 1

Each file is cut, doubled, overwritten and spliced; it must be read or refused with an InputError,
within ten seconds and without more than a gigabyte. What breaks that is written to `--keep`.
"""

import argparse
import random
import resource
import sys
import time
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path

from alignbench.documents.formats.reader import BilingualReader, ReadingOptions
from alignbench.documents.formats.registry import reader_of
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import AlignbenchError

SECONDS = 10
MEGABYTES = 1024


def mutated(data: bytes, random_: random.Random, others: list[bytes]) -> bytes:
    """One to six changes; of an archive, changes of its parts as often as of its bytes."""
    if data.startswith(b"PK") and random_.random() < 0.7:
        changed = _in_archive(data, random_)
        if changed is not None:
            return changed
    out = bytearray(data)
    for _ in range(random_.randint(1, 6)):
        at = random_.randrange(len(out) + 1)
        length = random_.choice((0, 1, 1, 4, 40, 400))
        kind = random_.randrange(5)
        if kind == 0:
            out[at : at + length] = random_.randbytes(random_.choice((0, 1, 4, 16)))
        elif kind == 1:
            out[at:at] = out[at : at + length] * random_.choice((1, 2, 50))
        elif kind == 2:
            del out[at:]
        elif kind == 3:
            other = random_.choice(others)
            start = random_.randrange(len(other) + 1)
            out[at : at + length] = other[start : start + length]
        elif out:
            out[at % len(out)] ^= 1 << random_.randrange(8)
    return bytes(out)


def _in_archive(data: bytes, random_: random.Random) -> bytes | None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # a seed that is damaged itself
        return None
    name = random_.choice(sorted(parts))
    parts[name] = mutated(parts[name], random_, list(parts.values()))
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for part, content in parts.items():
            made.writestr(part, content)
    return buffer.getvalue()


def attempt(path: Path, data: bytes) -> str:
    """How a file fares: read, refused, or the name of what escaped."""
    file = SourceFile(path, data)
    try:
        reader = reader_of(file)
        both = None
        if isinstance(reader, BilingualReader):
            both = reader.read_pairs(file, ReadingOptions())
        if both is None:
            reader.read(file, "ja", ReadingOptions())
    except AlignbenchError:
        return "refused"
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:80]}"
    return "read"


def main() -> int:
    """Run the campaign; 1 if anything escaped, hung or grew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=0, help="stop after so long")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    paths = [p for f in options.files for p in (sorted(f.iterdir()) if f.is_dir() else [f])]
    seeds = {p: p.read_bytes() for p in paths if p.is_file() and p.stat().st_size < 300_000}
    random_ = random.Random(options.seed)
    fates: Counter[str] = Counter()
    begun = time.monotonic()
    for number in range(options.count):
        if options.seconds and time.monotonic() - begun > options.seconds:
            break
        path = random_.choice(list(seeds))
        data = mutated(seeds[path], random_, list(seeds.values()))
        cpu = time.process_time()
        fate = attempt(path, data)
        if time.process_time() - cpu > SECONDS:
            fate = f"slow: {path.suffix}"
        fates[fate] += 1
        if fate not in ("read", "refused"):
            print(f"{number} {path.name}: {fate}", flush=True)
            if options.keep:
                options.keep.mkdir(exist_ok=True)
                (options.keep / f"{number}-{path.name}").write_bytes(data)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{sum(fates.values()):,} files: {dict(fates.most_common(12))}; {megabytes} MB at most")
    return int(any(fate not in ("read", "refused") for fate in fates) or megabytes > MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())
