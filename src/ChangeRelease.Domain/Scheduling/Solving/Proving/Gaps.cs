namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>The holes in the starts of tasks.</summary>
internal sealed class Gaps(Trail trail, int[][] starts)
{
    /// <summary>A bound of a view was raised: out of the hole into which it may have fallen.</summary>
    public bool Propagate(int view)
    {
        var task = view >> 1;
        if (task >= starts.Length || starts[task].Length == 2)
        {
            return true;
        }

        var value = Next(view, trail.Bounds[view]);
        return value == trail.Bounds[view] || trail.Raise(view, value, Cause.Gap, 0);
    }

    /// <summary>The edge of the hole before a value that was skipped to.</summary>
    public Bound Explain(int view, int value)
    {
        var edges = starts[view >> 1];
        if ((view & 1) == 0)
        {
            return new Bound(view, edges[FirstAbove(edges, value - 1) - 1]);
        }

        // A start of at most -value follows from one before the first of the next run.
        var next = FirstAbove(edges, -value);
        return new Bound(view, 1 - edges[(next & 1) == 0 ? next : next + 1]);
    }

    /// <summary>The least value of a view that is a start and not below a value; beyond all bounds where there is none.</summary>
    public long Next(int view, int value)
    {
        var edges = starts[view >> 1];
        if ((view & 1) == 0)
        {
            var above = FirstAbove(edges, value);
            return (above & 1) == 1 ? value : above < edges.Length ? edges[above] : int.MaxValue;
        }

        var next = FirstAbove(edges, -value);
        return (next & 1) == 1 ? value : next > 0 ? 1L - edges[next - 1] : int.MaxValue;
    }

    private static int FirstAbove(int[] edges, int value)
    {
        var (low, high) = (0, edges.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = edges[middle] <= value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
