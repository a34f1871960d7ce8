"""The mean of several readers' weights: a little better than the last of them, for nothing at run time.

python average.py OUT.pt READER.pt READER.pt …
"""
import sys

import torch


def main():
    out, *paths = sys.argv[1:]
    states = [torch.load(path, map_location="cpu", weights_only=True) for path in paths]
    mean = {name: sum(state[name].float() for state in states) / len(states) for name in states[0]}
    torch.save({name: value.half() for name, value in mean.items()}, out)


if __name__ == "__main__":
    main()
