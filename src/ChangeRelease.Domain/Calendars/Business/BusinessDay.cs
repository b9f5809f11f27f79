using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What a business calendar says of one day.</summary>
public sealed record BusinessDay
{
    internal BusinessDay(DayPlan plan, ValueList<Slot> sessions, ValueList<string> notes) =>
        (Date, IsWorked, IsHoliday, Occasions, Sessions, Notes) = (plan.Date, plan.IsWorked, plan.IsHoliday, plan.Occasions, sessions, notes);

    /// <summary>The day, in the calendar's zone.</summary>
    public LocalDate Date { get; }

    /// <summary>Whether it is a working day, however short.</summary>
    public bool IsWorked { get; }

    /// <summary>Whether it is off because of a holiday.</summary>
    public bool IsHoliday { get; }

    /// <summary>What makes it other than its weekday says: its holidays, or what alters its hours; none on an ordinary day.</summary>
    public ValueList<string> Occasions { get; }

    /// <summary>The stretches of work that belong to the day, in order, with breaks between them. They may begin on the day before, or end on the day after.</summary>
    public ValueList<Slot> Sessions { get; }

    /// <summary>What clock changes do to its hours, as sentences (S-43); none on most days.</summary>
    public ValueList<string> Notes { get; }

    /// <summary>The day, its sessions, and why.</summary>
    /// <returns>For example <c>2026-12-25 off (Christmas Day)</c>.</returns>
    public override string ToString() =>
        $"{CanonicalText.Show(Date)} {(IsWorked ? string.Join(' ', Sessions) : "off")}{(Occasions.Count > 0 ? $" ({string.Join(", ", Occasions)})" : string.Empty)}";
}
