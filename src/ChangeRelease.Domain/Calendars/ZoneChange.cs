using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>A calendar under other time zone data, by the policy of each of its rules, and everything that the data move (S-49).</summary>
public sealed record ZoneChange
{
    internal ZoneChange(ChangeCalendar calendar, ZoneShifts shifts, ValueList<ZoneShift> kept) => (Calendar, Shifts, Kept) = (calendar, shifts, kept);

    /// <summary>The calendar, as a new version.</summary>
    public ChangeCalendar Calendar { get; }

    /// <summary>Every occurrence that the other data would move, whatever its policy.</summary>
    public ZoneShifts Shifts { get; }

    /// <summary>Those of them that stay at their instants, each as a rule of its own.</summary>
    public ValueList<ZoneShift> Kept { get; }

    /// <summary>Those of them that take place at other instants from now on.</summary>
    public ValueList<ZoneShift> Moved => Shifts.Moved.Except(Kept).ToValueList();
}
