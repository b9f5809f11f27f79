using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>The conflicts that were found: those that refuse first, then in the order of the policy's rules, of keys, and of time.</summary>
/// <param name="Conflicts">The conflicts.</param>
/// <param name="IsCut">Whether there are more than were asked for, or more was to be looked at than is looked at; what is told is true, and not all.</param>
public sealed record ConflictReport(ValueList<Conflict> Conflicts, bool IsCut)
{
    /// <summary>How many conflicts are told when it is not said otherwise.</summary>
    public const int Most = 1_000;

    /// <summary>How many pairs are looked at for a whole schedule.</summary>
    public const int MostLookedAt = 10_000_000;

    /// <summary>Whether nothing is in the way, as far as hard rules go.</summary>
    public bool IsClear => !IsCut && Hard.Count == 0;

    /// <summary>Those that refuse.</summary>
    public ValueList<Conflict> Hard => Conflicts.Where(conflict => conflict.Severity == ConflictSeverity.Hard).ToValueList();

    /// <summary>Those that warn.</summary>
    public ValueList<Conflict> Soft => Conflicts.Where(conflict => conflict.Severity == ConflictSeverity.Soft).ToValueList();

    /// <summary>How many there are.</summary>
    /// <returns>For example <c>2 hard, 1 soft</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Hard.Count} hard, {Soft.Count} soft{(IsCut ? ", and more" : string.Empty)}");
}
