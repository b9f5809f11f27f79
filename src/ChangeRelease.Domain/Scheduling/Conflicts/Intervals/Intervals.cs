namespace ChangeRelease.Domain.Scheduling;

/// <summary>Lists of half-open intervals in microseconds, each with a number of its own, in which what overlaps a stretch is found quickly.</summary>
internal abstract class Intervals
{
    private protected Intervals()
    {
    }

    /// <summary>How many lists there are; they are numbered from zero.</summary>
    public abstract int Lists { get; }

    /// <summary>How many intervals a list has.</summary>
    public abstract int CountOf(int list);

    /// <summary>Adds the items of all intervals of a list that overlap a stretch.</summary>
    public abstract void Collect(int list, long from, long until, ItemBuffer into);

    /// <summary>Whether at least so many intervals of a list overlap a stretch, where those of one owner do not count.</summary>
    /// <param name="list">The list.</param>
    /// <param name="from">The first instant of the stretch.</param>
    /// <param name="until">The first instant after it.</param>
    /// <param name="enough">How many; above zero.</param>
    /// <param name="owners">Whose each item is.</param>
    /// <param name="except">The owner who does not count.</param>
    public abstract bool Reaches(int list, long from, long until, int enough, int[] owners, int except);

    /// <summary>The place of the first start, in order of time, that is after a time. All but the last step go without branches.</summary>
    internal static int After(ReadOnlySpan<long> starts, long time)
    {
        var (at, length) = (0, starts.Length);
        while (length > 1)
        {
            var half = length >> 1;
            at += half & (int)((starts[at + half - 1] - time - 1) >> 63);
            length -= half;
        }

        return length == 1 && starts[at] <= time ? at + 1 : at;
    }

    /// <summary>The same, for a place that is not far.</summary>
    internal static int SoonAfter(ReadOnlySpan<long> starts, long time)
    {
        var reach = 8;
        while (reach < starts.Length && starts[reach] <= time)
        {
            reach *= 2;
        }

        var from = reach == 8 ? 0 : (reach / 2) + 1;
        return from + After(starts[from..Math.Min(reach, starts.Length)], time);
    }
}
