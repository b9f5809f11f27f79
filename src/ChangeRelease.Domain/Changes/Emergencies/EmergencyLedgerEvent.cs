using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>What happened in a ledger of emergencies: a closed family.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(EmergencyEntered), "emergency-entered")]
[JsonDerivedType(typeof(EmergencyTakenUp), "emergency-taken-up")]
[JsonDerivedType(typeof(EmergencyLetGo), "emergency-let-go")]
[JsonDerivedType(typeof(EmergencyDebtMarked), "emergency-debt-marked")]
public abstract record EmergencyLedgerEvent
{
    private protected EmergencyLedgerEvent(Stamp stamp) => Stamp = stamp;

    /// <summary>When, who, and as which command.</summary>
    public Stamp Stamp { get; }
}

/// <summary>An emergency is about to start; it counts already, until it is known whether it did.</summary>
/// <param name="Stamp">When, who, and as which command.</param>
/// <param name="Entry">The emergency as it would be.</param>
public sealed record EmergencyEntered(Stamp Stamp, EmergencyEntry Entry)
    : EmergencyLedgerEvent(Stamp);

/// <summary>The emergency started.</summary>
/// <param name="Stamp">When, who, and as which command.</param>
/// <param name="Entry">The emergency as it is.</param>
public sealed record EmergencyTakenUp(Stamp Stamp, EmergencyEntry Entry)
    : EmergencyLedgerEvent(Stamp);

/// <summary>The change went on without starting: what was entered for it up to this version counts no longer.</summary>
/// <param name="Stamp">When, who, and as which command.</param>
/// <param name="Change">The change.</param>
/// <param name="Version">The version of its own history that it went on to.</param>
public sealed record EmergencyLetGo(Stamp Stamp, ChangeId Change, long Version)
    : EmergencyLedgerEvent(Stamp);

/// <summary>What an emergency still owes was noted.</summary>
/// <param name="Stamp">When, who, and as which command.</param>
/// <param name="Change">The change.</param>
/// <param name="Version">The version of its own history that this speaks of.</param>
/// <param name="Owed">The parts that are not paid.</param>
public sealed record EmergencyDebtMarked(Stamp Stamp, ChangeId Change, long Version, ValueList<DebtPart> Owed)
    : EmergencyLedgerEvent(Stamp);
