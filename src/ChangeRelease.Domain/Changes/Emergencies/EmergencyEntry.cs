using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>An emergency that started without waiting, or is about to (S-33, S-34).</summary>
/// <param name="Change">The change.</param>
/// <param name="Command">The command that starts it.</param>
/// <param name="Version">The version of the change's own history that this speaks of.</param>
/// <param name="At">When it starts.</param>
/// <param name="BrokeGlass">Whether it starts by breaking glass, so that it takes a use.</param>
/// <param name="Services">The services it affects; its debt is theirs.</param>
/// <param name="Debt">What it owes, and by when.</param>
/// <param name="Owed">The parts of it that are not paid.</param>
public sealed record EmergencyEntry(
    ChangeId Change,
    CommandId Command,
    long Version,
    Instant At,
    bool BrokeGlass,
    ValueList<ServiceId> Services,
    EmergencyDebt Debt,
    ValueList<DebtPart> Owed)
{
    internal static EmergencyEntry Of(ChangeRequest change, CommandId command) => new(
        change.Id, command, change.Version, change.StartedAt!.Value, change.BrokeGlass, change.Content.Services, change.Debt!, change.Owed);

    internal IEnumerable<OverdueDebt> OverdueAt(Instant now) =>
        Owed.Where(part => Debt.IsOverdue(part, now)).Select(part => new OverdueDebt(Change, part, Debt.DueAt(part)));
}
