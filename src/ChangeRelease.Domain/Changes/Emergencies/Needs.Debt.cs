using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <content>What escalating a debt needs.</content>
public static partial class Needs
{
    /// <summary>Something is owed that was not escalated before (S-33).</summary>
    public static Requirement<ChangeAttempt> DebtOpen { get; } = Need(
            "change.debt.nothing-to-escalate", "Something is owed that was not escalated before.", attempt => attempt.Change.Untold.Any())
        .Explains(attempt => Why.Because(attempt.Change.Owed.Count == 0 ? "Nothing is owed any more." : "Everything that is owed was escalated before.").Seeing("owed", attempt.Change.Owed))
        .CuredBy(Remedy.Do("Nothing to do: who must know was told"));

    /// <summary>What is owed is overdue (S-33).</summary>
    public static Requirement<ChangeAttempt> DebtOverdue { get; } = Need(
            "change.debt.not-overdue", "What is owed is overdue.", attempt => attempt.Change.OverdueUntold(attempt.Stamp.At).Count > 0)
        .Explains(attempt => Why.Because($"The next part of it is due at {NextDue(attempt).ToText()}.").Seeing("debt", attempt.Change.Debt).CuredFrom(NextDue(attempt)))
        .After(DebtOpen);

    private static Instant NextDue(ChangeAttempt attempt) => attempt.Change.Untold.Min(attempt.Change.Debt!.DueAt);
}
