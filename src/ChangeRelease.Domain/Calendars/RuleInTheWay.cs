namespace ChangeRelease.Domain.Calendars;

/// <summary>A rule that alone keeps a slot from fitting (S-46): a freeze without which, or a window without whose limit, one would fit.</summary>
/// <param name="Rule">The freeze, or the window that is full.</param>
/// <param name="Slot">The earliest slot that would then fit.</param>
public sealed record RuleInTheWay(CalendarRule Rule, Slot Slot)
{
    /// <summary>The rule and the slot.</summary>
    /// <returns>For example <c>freeze 'Year end': without it, [2026-12-21T20:00:00Z, 2026-12-21T22:00:00Z) would fit</c>.</returns>
    public override string ToString() => Rule is Freeze ? $"{Rule.Called}: without it, {Slot} would fit" : $"{Rule.Called}: without its limit, {Slot} would fit";
}
