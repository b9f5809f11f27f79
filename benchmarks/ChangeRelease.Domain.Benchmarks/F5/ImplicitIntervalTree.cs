namespace ChangeRelease.Domain.Benchmarks.F5;

/// <summary>
/// The peer: the implicit augmented interval tree of genomics (cgranges, 2019), one for each list, in one array of sixteen bytes an interval. Its times are whole minutes in 32 bits,
/// which is kinder to it than the microseconds of the product.
/// </summary>
internal sealed class ImplicitIntervalTree
{
    private const int LevelOfLeaves = 3;
    private const int DeepestStack = 64;

    private readonly Node[] _nodes;
    private readonly int[] _first;
    private readonly int[] _levels;

    public ImplicitIntervalTree(IntervalCase of)
    {
        int[] order = [.. Enumerable.Range(0, IntervalCase.Count).OrderBy(at => of.Lists[at]).ThenBy(at => of.Starts[at]).ThenBy(at => at)];
        _nodes = [.. order.Select(at => new Node { Start = of.Starts[at], End = of.Ends[at], Item = at })];
        (_first, _levels) = (new int[of.Services + 1], new int[of.Services]);
        foreach (var list in of.Lists)
        {
            _first[list + 1]++;
        }

        for (var list = 0; list < of.Services; list++)
        {
            _first[list + 1] += _first[list];
            _levels[list] = Index(_nodes.AsSpan(_first[list].._first[list + 1]));
        }
    }

    /// <summary>Puts the items of all that overlap into memory.</summary>
    /// <returns>How many there are.</returns>
    public int Collect(int list, int from, int until, int[] into)
    {
        var nodes = _nodes.AsSpan(_first[list], _first[list + 1] - _first[list]);
        var found = 0;
        Span<Step> stack = stackalloc Step[DeepestStack];
        stack[0] = new Step((1 << _levels[list]) - 1, _levels[list], false);
        for (var top = 1; top > 0;)
        {
            var step = stack[--top];
            if (step.Level <= LevelOfLeaves)
            {
                var first = step.At >> step.Level << step.Level;
                var last = Math.Min(first + (1 << (step.Level + 1)) - 1, nodes.Length);
                for (var at = first; at < last && nodes[at].Start < until; at++)
                {
                    if (from < nodes[at].End)
                    {
                        into[found++] = nodes[at].Item;
                    }
                }
            }
            else if (!step.LeftIsDone)
            {
                var left = step.At - (1 << (step.Level - 1));
                stack[top++] = step with { LeftIsDone = true };
                if (left >= nodes.Length || nodes[left].Latest > from)
                {
                    stack[top++] = new Step(left, step.Level - 1, false);
                }
            }
            else if (step.At < nodes.Length && nodes[step.At].Start < until)
            {
                if (from < nodes[step.At].End)
                {
                    into[found++] = nodes[step.At].Item;
                }

                stack[top++] = new Step(step.At + (1 << (step.Level - 1)), step.Level - 1, false);
            }
        }

        return found;
    }

    // Every inner node knows the latest end below it; leaves stand at the even places.
    private static int Index(Span<Node> nodes)
    {
        var (lastAt, last, level) = (0, 0, 1);
        for (var at = 0; at < nodes.Length; at += 2)
        {
            (lastAt, last) = (at, nodes[at].Latest = nodes[at].End);
        }

        for (; 1 << level <= nodes.Length; level++)
        {
            var (half, first) = (1 << (level - 1), (1 << level) - 1);
            for (var at = first; at < nodes.Length; at += half << 2)
            {
                var right = at + half < nodes.Length ? nodes[at + half].Latest : last;
                nodes[at].Latest = Math.Max(nodes[at].End, Math.Max(nodes[at - half].Latest, right));
            }

            lastAt = (lastAt >> level & 1) == 1 ? lastAt - half : lastAt + half;
            last = lastAt < nodes.Length ? Math.Max(last, nodes[lastAt].Latest) : last;
        }

        return level - 1;
    }

    private struct Node
    {
        public int Start;
        public int End;
        public int Latest;
        public int Item;
    }

    private readonly record struct Step(int At, int Level, bool LeftIsDone);
}
