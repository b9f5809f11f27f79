using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>Moves the release to another definition: a later version of its model, or another model. Only a process owner may, who had no hand in it (S-8, S-13).</summary>
/// <param name="Model">The model's id.</param>
/// <param name="Version">The model's version.</param>
/// <param name="Reason">Why; not blank.</param>
public sealed record MigrateRelease(string Model, int Version, string Reason) : ReleaseCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger? Takes => null;

    internal override string Because => Reason;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => ReleaseMigration.Moved(attempt, header, Reason);
}

/// <summary>It was moved to another definition; what it says stays as it was (S-13).</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="From">The definition it lived under.</param>
/// <param name="To">The definition it lives under now.</param>
/// <param name="VotesStand">Whether the votes on it stand; they are void under a model of another id.</param>
/// <param name="KeepsSlots">Whether it keeps its slots; else a booking is released.</param>
/// <param name="Reason">Why.</param>
public sealed record ReleaseMigrated(EventHeader Header, LifecycleRef From, LifecycleRef To, bool VotesStand, bool KeepsSlots, string Reason)
    : ReleaseEvent(Header);
