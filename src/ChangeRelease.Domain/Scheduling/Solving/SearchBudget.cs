namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>How much may still be tried, counted in placements: what fills one schedule is one placement for each task.</summary>
internal sealed class SearchBudget(long placements, Func<double>? shareOfTime, CancellationToken cancellation)
{
    private const int BetweenLooks = 512;

    private long _nextLook;
    private double _share;

    public long Spent { get; private set; }

    /// <summary>Nothing may be tried any more.</summary>
    public bool IsSpent { get; private set; } = placements <= 0;

    /// <summary>How many placements may still be tried.</summary>
    public long Left => Math.Max(0, placements - Spent);

    /// <summary>How much of it is spent: zero to one.</summary>
    public double Share => Math.Max(_share, Math.Min(1, (double)Spent / placements));

    public void Spend(long count)
    {
        Spent += count;
        if (Spent >= _nextLook)
        {
            Look();
        }
    }

    private void Look()
    {
        _nextLook = Math.Min(placements, Spent + BetweenLooks);
        _share = shareOfTime?.Invoke() ?? 0;
        IsSpent = Spent >= placements || _share >= 1 || cancellation.IsCancellationRequested;
    }
}
