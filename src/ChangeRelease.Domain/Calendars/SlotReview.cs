using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Says why slots are taken away that a calendar would not give today (S-49).</summary>
internal static class SlotReview
{
    /// <summary>The reason in words; null when nothing speaks against the slots.</summary>
    public static string? ReasonFor(ChangeCalendar? calendar, ValueList<Refusal> broken) =>
        broken.Count == 0 ? null : $"Under calendar {calendar} the slot no longer stands. {string.Join(' ', broken.Select(refusal => refusal.Explanation))}";
}
