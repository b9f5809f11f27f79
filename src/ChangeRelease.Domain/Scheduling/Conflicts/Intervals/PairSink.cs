namespace ChangeRelease.Domain.Scheduling;

/// <summary>Takes pairs of items until it has had enough.</summary>
internal abstract class PairSink
{
    private readonly long _most;

    private protected PairSink(long most) => _most = most;

    public long Seen { get; private set; }

    /// <summary>Whether it was given all that it looks at, and one more came.</summary>
    public bool IsFull { get; protected set; }

    /// <summary>Takes a pair.</summary>
    /// <returns>False when it takes no more.</returns>
    public bool Take(int earlier, int later)
    {
        if (IsFull || Seen == _most)
        {
            IsFull = true;
            return false;
        }

        Seen++;
        Keep(earlier, later);
        return !IsFull;
    }

    protected abstract void Keep(int earlier, int later);
}
