using ChangeRelease.Domain.Foundation;
using NodaTime.Text;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Keeps the instants of occurrences that other time zone data would move: each becomes a rule of its own, in UTC (S-49).</summary>
internal static class InstantKeeping
{
    private const string Utc = "Etc/UTC";

    private static readonly LocalDateTimePattern _name = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    /// <summary>A rule without the occurrences that would move, and what keeps these where they are.</summary>
    public static IEnumerable<CalendarRule> Rules(CalendarRule rule, IReadOnlyList<ZoneShift> moved)
    {
        var rest = rule with { Recurrence = rule.Recurrence.Except([.. moved.Select(shift => shift.NominalStart)]) };
        return moved.Where(shift => shift.Before is not null)
            .Select(shift => Kept(rule, shift))
            .Concat(rest.StartsBetween(LocalBounds.Earliest, LocalBounds.Latest).Any() ? [rest] : []);
    }

    private static CalendarRule Kept(CalendarRule rule, ZoneShift shift) => rule with
    {
        Id = new RuleId($"{rule.Id}~{_name.Format(shift.NominalStart)}"),
        Zone = Utc,
        Recurrence = Recurrence.Once(shift.Before!.Start.InUtc().LocalDateTime),
        Length = rule.Length.IsOpen ? rule.Length : RuleLength.For(shift.Before.Length),
        ValidFrom = null,
        ValidUntil = null,
    };
}
