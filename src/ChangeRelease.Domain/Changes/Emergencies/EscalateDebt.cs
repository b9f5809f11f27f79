using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Notes that what an emergency owes is overdue, so that it is told to whom it concerns (S-33). Anybody may, service accounts too.</summary>
public sealed record EscalateDebt : ChangeCommand
{
    private protected override Trigger Takes => ChangeTriggers.Escalate;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) =>
        new DebtEscalated(header, attempt.Change.OverdueUntold(attempt.Stamp.At));
}

/// <summary>What an emergency owes was overdue, and that was told; it stays what and where it is (S-33).</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Parts">The parts that were overdue and not escalated before.</param>
public sealed record DebtEscalated(EventHeader Header, ValueList<DebtPart> Parts)
    : ChangeEvent(Header);
