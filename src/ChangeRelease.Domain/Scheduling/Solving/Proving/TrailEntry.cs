namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>One raise of a bound.</summary>
internal struct TrailEntry
{
    public int View;
    public int Value;

    /// <summary>The entry that this one raised.</summary>
    public int Previous;

    /// <summary>How many decisions stood when it happened.</summary>
    public int Level;

    public Cause Cause;
    public int Detail;
    public int Moment;
}
