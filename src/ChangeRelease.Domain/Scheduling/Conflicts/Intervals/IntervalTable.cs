namespace ChangeRelease.Domain.Scheduling;

/// <summary>Lists of intervals that stay as they are: thirteen bytes an interval where times are whole minutes or seconds, else twenty-one, and little more.</summary>
/// <remarks>
/// A list lies in classes of about the same length, each in order of start. The place of a time is guessed from how dense the class is, and looked for near by;
/// from there a search goes back until all that is earlier is over.
/// </remarks>
internal abstract class IntervalTable : Intervals
{
    private readonly int[] _firstClass;
    private readonly LengthClass[] _classes;

    private protected IntervalTable(int[] firstClass, LengthClass[] classes) => (_firstClass, _classes) = (firstClass, classes);

    public override int Lists => _firstClass.Length - 1;

    /// <summary>How much memory it takes.</summary>
    public long Bytes => BytesOfBlocks + (sizeof(int) * (long)_firstClass.Length) + (LengthClass.Bytes * (long)_classes.Length);

    private protected abstract long BytesOfBlocks { get; }

    public override int CountOf(int list)
    {
        var count = 0;
        foreach (ref readonly var one in ClassesOf(list))
        {
            count += one.Count;
        }

        return count;
    }

    /// <summary>Gives all pairs of a list that overlap, or are too near.</summary>
    /// <param name="list">The list.</param>
    /// <param name="gap">How much must lie between two, in microseconds; zero when they may touch.</param>
    /// <param name="sink">Who takes them.</param>
    public abstract void SweepPairs(int list, long gap, PairSink sink);

    internal ReadOnlySpan<LengthClass> ClassesOf(int list) => _classes.AsSpan(_firstClass[list], _firstClass[list + 1] - _firstClass[list]);
}
