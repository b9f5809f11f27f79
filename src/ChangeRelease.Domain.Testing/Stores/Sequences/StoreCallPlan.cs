namespace ChangeRelease.Domain.Testing;

/// <summary>A call to be made; what it says of versions is relative to what the stream has by then.</summary>
internal abstract record StoreCallPlan
{
    private StoreCallPlan()
    {
    }

    /// <summary>Plainer calls that may show the same.</summary>
    public virtual IEnumerable<StoreCallPlan> Plainer => [];

    /// <summary>Appends; it is broken off when the record in one place is read, when that is not null.</summary>
    internal sealed record Append(int Stream, int Offset, int Command, int Count, int Content, int? CanceledAt) : StoreCallPlan
    {
        public override IEnumerable<StoreCallPlan> Plainer =>
            ((StoreCallPlan[])[this with { CanceledAt = null }, this with { Count = 1 }, this with { Content = 0 }, this with { Offset = 0 }, this with { Stream = 0 }])
            .Where(plainer => plainer != this);
    }

    /// <summary>Reads after a version, counted from the end.</summary>
    internal sealed record Read(int Stream, int FromEnd) : StoreCallPlan;

    internal sealed record Reopen : StoreCallPlan;

    internal sealed record Crash : StoreCallPlan;
}
