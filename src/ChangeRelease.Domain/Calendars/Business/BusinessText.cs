using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Hours as canonical text.</summary>
internal static class BusinessText
{
    public static string Show(LocalTime? time) => time is { } known ? LocalTimePattern.ExtendedIso.Format(known) : "-";

    public static CanonicalText Hours(this CanonicalText text, ValueList<WorkingHours> hours) =>
        hours.Aggregate(text, (all, one) => all.Field("hours", $"{Show(one.From)} {Show(one.To)} {(one.StartsDayBefore ? "day-before" : "-")}"));
}
