using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <content>What other time zone data do.</content>
public sealed partial class ChangeCalendar
{
    /// <summary>Finds what other time zone data would move (S-49). The calendar stays as it is; define it anew with the other data to keep the local times.</summary>
    /// <param name="zones">The other time zones.</param>
    /// <param name="range">The stretch of time to look at.</param>
    /// <returns>Every occurrence that would take place at other instants.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="CalendarDefinitionException">The other data do not know a zone that a rule names; it lists all of them (S-41).</exception>
    public ZoneShifts ShiftsUnder(IDateTimeZoneProvider zones, Slot range)
    {
        ArgumentNullException.ThrowIfNull(zones);
        ArgumentNullException.ThrowIfNull(range);
        var known = zones.Ids.ToHashSet(StringComparer.Ordinal);
        var faults = Rules.SelectMany(rule => RuleFaults.Of(rule, known)).ToValueList();
        return faults.Count == 0 ? ZoneShifts.Of(ZoneDataVersion, _rules, zones, range) : throw new CalendarDefinitionException(Id, faults);
    }

    /// <summary>Defines the calendar anew under other time zone data, by the policy of each rule (S-49). This one stays as it is.</summary>
    /// <param name="zones">The other time zones.</param>
    /// <param name="version">The version of the new calendar; greater than that of this one.</param>
    /// <param name="range">The stretch of time in which shifts are looked for, and in which rules that keep their instants keep them.</param>
    /// <returns>The new calendar, everything that the data move, and what stays at its instants nevertheless.</returns>
    /// <remarks>
    /// An occurrence that keeps its instants becomes a rule of its own in UTC, with a name of its own, so that the calendar can be written down; overrides of freezes
    /// that were granted for it end.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="version"/> is not greater than <see cref="Version"/>.</exception>
    /// <exception cref="CalendarDefinitionException">The other data do not know a zone that a rule names, or leave a rule without effect; it lists all faults.</exception>
    public ZoneChange Under(IDateTimeZoneProvider zones, int version, Slot range)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(version, Version);
        var shifts = ShiftsUnder(zones, range);
        var kept = shifts.Moved.Where(shift => Keeps(shift.Rule)).ToValueList();
        var byRule = kept.ToLookup(shift => shift.Rule);
        var rules = Rules.SelectMany(rule => byRule.Contains(rule.Id) ? InstantKeeping.Rules(rule, [.. byRule[rule.Id]]) : [rule]);
        return new ZoneChange(Define(Id, version, Otherwise, rules, zones), shifts, kept);
    }

    private bool Keeps(RuleId id) => Rules.First(rule => rule.Id == id).WhenZonesChange == ZonePolicy.KeepInstant;
}
