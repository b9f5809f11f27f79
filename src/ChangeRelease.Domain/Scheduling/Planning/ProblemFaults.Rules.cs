using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <content>What is wrong with the rules between items.</content>
internal sealed partial class ProblemFaults
{
    private IEnumerable<PlanningFault> OfPrecedence(Precedence precedence)
    {
        var place = precedence.ToString();
        foreach (var unknown in Unknown(place, [precedence.First, precedence.Second]))
        {
            yield return unknown;
        }

        if (precedence.First == precedence.Second)
        {
            yield return new PlanningFault("planning.precedence.itself", place, "An item does not depend on itself.", "Name two items");
        }

        if (precedence is { AtLeast: null, AtMost: null } || precedence.AtLeast > precedence.AtMost)
        {
            yield return new PlanningFault("planning.precedence.empty", place, "No distance is at least the one and at most the other.", "State a least distance, or a greatest that is no less");
        }

        if (IsTooLong(precedence.AtLeast) || IsTooLong(precedence.AtMost))
        {
            yield return new PlanningFault("planning.precedence.too-long", place, $"A distance is no longer than {Longest.ToText()}.", "Take a shorter one");
        }
    }

    private static bool IsTooLong(Duration? distance) => distance > Longest || distance < -Longest;

    private IEnumerable<PlanningFault> OfExclusion(Exclusion exclusion)
    {
        foreach (var unknown in Unknown(exclusion.Name, exclusion.Items))
        {
            yield return unknown;
        }

        if (exclusion.Items.Distinct().Count() != exclusion.Items.Count || exclusion.Items.Count < 2)
        {
            yield return new PlanningFault("planning.exclusion.too-few", exclusion.Name, "Two items or more exclude one another, each named once.", "Name every item once");
        }

        if (exclusion.Gap < Duration.Zero || IsTooLong(exclusion.Gap))
        {
            yield return new PlanningFault("planning.exclusion.gap", exclusion.Name, $"A gap is zero or longer, and no longer than {Longest.ToText()}.", "Take another gap");
        }
    }

    private IEnumerable<PlanningFault> OfLimit(PlacementLimit limit)
    {
        foreach (var number in OutOfRange(limit.Name, ("The limit", limit.Most, 0, int.MaxValue), ("The penalty", limit.Penalty ?? 0, 0, PlanningObjective.Most)))
        {
            yield return number;
        }

        if (_zones.GetZoneOrNull(limit.Zone ?? string.Empty) is not { } zone)
        {
            yield return new PlanningFault("planning.limit.unknown-zone", limit.Name, $"There is no zone '{limit.Zone}'.", "Name a zone of the tz database");
        }
        else if (!IsOnGrid(limit, zone))
        {
            yield return new PlanningFault("planning.limit.off-grid", limit.Name, $"In {limit.Zone} days do not begin with a granule of {_draft.Grid.ToText()}.", "Take a finer grid");
        }
    }

    private bool IsOnGrid(PlacementLimit limit, DateTimeZone zone)
    {
        if (!_onGrid.TryGetValue((zone.Id, limit.Per), out var isOnGrid))
        {
            _onGrid.Add((zone.Id, limit.Per), isOnGrid = LimitEdges.AreOnGrid(limit, zone, _draft.Horizon, new PlanningGrid(_draft.Horizon, _draft.Grid)));
        }

        return isOnGrid;
    }

    private IEnumerable<PlanningFault> OfObjective()
    {
        var it = _draft.Objective;
        return OutOfRange(
            "objective",
            ("Tardiness", it.Tardiness, 0, PlanningObjective.Most),
            ("Waiting", it.Waiting, 0, PlanningObjective.Most),
            ("Makespan", it.Makespan, 0, PlanningObjective.Most),
            ("Earliness", it.Earliness, 0, PlanningObjective.Most),
            ("Preference", it.Preference, 0, PlanningObjective.Most),
            ("Moving", it.Moving, 0, PlanningObjective.Most),
            ("Moved", it.Moved, 0, PlanningObjective.Most))
            .Concat(IsCountable() ? [] : [new PlanningFault("planning.objective.too-great", "objective", "The greatest score that a plan could have is beyond what can be counted.", "Take smaller weights or a coarser grid")]);
    }

    private bool IsCountable()
    {
        var it = _draft.Objective;
        Int128 each = (Int128)it.Tardiness + it.Waiting + it.Earliness + it.Preference;
        var granules = (Int128)PlanningGrid.CountOf(_draft.Horizon, _draft.Grid) * 2;
        Int128 weights = _draft.Items.Sum(item => (long)item.Weight);
        var worst = (granules * ((each * weights) + it.Makespan + ((Int128)it.Moving * _draft.Items.Count))) + ((Int128)it.Moved * _draft.Items.Count);
        return worst < long.MaxValue / 8;
    }

    /// <summary>Items that each follow another, all the way round (S-53).</summary>
    private IEnumerable<PlanningFault> Circles()
    {
        var follows = _draft.Precedences
            .Where(precedence => precedence.Kind == PrecedenceKind.EndToStart && precedence.AtLeast >= Duration.Zero && precedence.First != precedence.Second)
            .ToLookup(precedence => precedence.First, precedence => precedence.Second);
        return CircleSearch.Find(_items.Order(), item => follows[item]) is { } circle
            ? [new PlanningFault("planning.precedence.circle", circle[0].ToString(), $"Each follows the one before: {string.Join(", ", circle)}, {circle[0]}.", "Take one of these dependencies out")]
            : [];
    }
}
