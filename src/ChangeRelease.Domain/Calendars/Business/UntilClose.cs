using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>As long as the stretch of work that begins at the start.</summary>
internal sealed record UntilClose(BusinessCalendar Calendar) : RuleLength
{
    /// <summary>Hours may begin on the evening before their day, and end on the morning after.</summary>
    internal override Duration? LongestSpan => Duration.FromDays(3);

    private protected override string Text => $"until the work of {Calendar} ends";

    /// <summary>The start itself where no work begins, so that nothing takes place.</summary>
    public override LocalDateTime NominalEnd(LocalDateTime start) =>
        Calendar.BeginningOn(start.Date).Where(stretch => stretch.Start == start).Select(stretch => stretch.End).DefaultIfEmpty(start).Max();
}
