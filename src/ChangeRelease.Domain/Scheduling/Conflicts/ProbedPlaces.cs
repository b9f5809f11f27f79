namespace ChangeRelease.Domain.Scheduling;

/// <summary>A list in which something may be in the way.</summary>
/// <param name="List">The list.</param>
/// <param name="AtOnce">How many may be there.</param>
/// <param name="Gap">How much must lie between.</param>
/// <param name="Severity">What a conflict does.</param>
internal readonly record struct ProbedPlace(int List, int AtOnce, long Gap, ConflictSeverity Severity);

/// <summary>The lists in which something may be in the way, of those that there are; hard ones first.</summary>
internal sealed class ProbedPlaces
{
    private readonly ProbedPlace[] _all;

    public ProbedPlaces(ConflictIndex index, ConflictLooks looks)
    {
        Lists = index.Intervals.Lists;
        Unknown = looks.All.Where(look => look.Unknown is not null).Max(look => (ConflictSeverity?)look.Rule.Severity);
        _all =
        [
            .. looks.All.Where(look => look.Unknown is null)
                .Select(look => new ProbedPlace(index.ListOf(look.Other), look.Rule.AtOnce, look.Gap, look.Rule.Severity))
                .Where(place => place.List >= 0)
                .Distinct()
                .OrderByDescending(place => place.Severity),
        ];
    }

    /// <summary>How many lists there were; when there are more, some may have to be looked at too.</summary>
    public int Lists { get; }

    /// <summary>The worst of what is not known; null when everything is.</summary>
    public ConflictSeverity? Unknown { get; }

    /// <summary>Only what is worse need be looked at.</summary>
    public int AtLeast => Unknown is { } unknown ? (int)unknown : -1;

    public ReadOnlySpan<ProbedPlace> All => _all;
}
