using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Text;

namespace QuickStart.Input;

/// <summary>A rule of the calendar, and where it was read.</summary>
internal sealed record ReadRule(CalendarRule Rule, JsonItem Item);

/// <summary>Reads windows and freezes; those that name no zone follow the calendar's.</summary>
internal sealed class RuleReader(string zone)
{
    private static readonly string[] _days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    private static readonly string[] _ways = ["on", "yearly", "once", "rule"];

    private static readonly LocalTimePattern _time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalDateTimePattern _dateTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly AnnualDatePattern _annual = AnnualDatePattern.CreateWithInvariantCulture("MM-dd");

    public ReadRule? Window(JsonItem item, Faults faults)
    {
        var (before, fields) = (faults.Count, new Fields(item, faults));
        var common = Read(fields, faults);
        var capacity = fields.Optional("capacity", Values.Whole);
        fields.NothingElse();
        return faults.Count > before ? null : new ReadRule(
            new Window(common.Id!, common.Title!, common.Zone, common.Recurrence!, common.Length!, common.Scope) { Capacity = capacity, ValidFrom = common.From, ValidUntil = common.Until },
            item);
    }

    public ReadRule? Freeze(JsonItem item, Faults faults)
    {
        var (before, fields) = (faults.Count, new Fields(item, faults));
        var common = Read(fields, faults);
        var reason = fields.Optional("reason", Values.Text) ?? string.Empty;
        var exempt = fields.List("exempt", Values.Name(text => new ChangeClass(text)));
        fields.NothingElse();
        return faults.Count > before ? null : new ReadRule(
            new Freeze(common.Id!, common.Title!, common.Zone, common.Recurrence!, common.Length!, common.Scope, reason) { Exempt = exempt, ValidFrom = common.From, ValidUntil = common.Until },
            item);
    }

    private Common Read(Fields fields, Faults faults) => new(
        fields.Required("id", Values.Name(text => new RuleId(text))),
        fields.Required("title", Values.Text),
        fields.Optional("zone", Values.Text) ?? zone,
        Starts(fields, faults),
        Lasts(fields, faults),
        About(fields))
    {
        From = fields.Optional("validFrom", Values.Date),
        Until = fields.Optional("validUntil", Values.Date),
    };

    /// <summary>Weekly "on" some days, "yearly" on a day, both "at" a time; "once"; or by a "rule" of RFC 5545 "from" a time, "except" on some days.</summary>
    private static Recurrence? Starts(Fields fields, Faults faults)
    {
        var at = fields.Optional("at", Values.Time);
        var days = fields.List("on", Values.OneOf(_days));
        var yearly = fields.Optional("yearly", Annual);
        var once = fields.Optional("once", Values.DateTime);
        var byRule = RuleStarts(fields, faults);
        string[] given = [.. _ways.Where(name => fields.Item.Find(name) is not null)];
        var needsTime = fields.Item.Find("once") is null && fields.Item.Find("rule") is null;
        if (fields.Item.Kind == JsonKind.Object && (given.Length != 1 || needsTime != fields.Item.Find("at") is not null))
        {
            faults.Add(fields.Item.Place, "The rule does not say in exactly one way when it starts.", "Give \"on\" some weekdays or \"yearly\" a day, with \"at\" a time; \"once\" a date with a time; or a \"rule\" with \"from\"");
        }

        return (at, yearly, once) switch
        {
            _ when byRule is not null => byRule,
            (_, _, { } start) => Recurrence.Once(start),
            ({ } time, { } day, _) => Recurrence.Yearly(day, time),
            ({ } time, _, _) => Recurrence.Weekly(time, [.. days.Select(Day)]),
            _ => null,
        };
    }

    private static Recurrence? RuleStarts(Fields fields, Faults faults)
    {
        var rule = fields.Optional("rule", Rule);
        var from = fields.Optional("from", Values.DateTime);
        var except = fields.List("except", DateText);
        if (fields.Item.Kind == JsonKind.Object && (fields.Item.Find("rule") is null) != (fields.Item.Find("from") is null))
        {
            faults.Add(fields.Item.Place, "A recurrence rule and its first start go together.", "Give \"rule\" a rule such as FREQ=MONTHLY;BYDAY=2TU, and \"from\" a date with a time");
        }

        return rule is not null && from is { } start ? By(rule, start, [.. except.Select(text => LocalDatePattern.Iso.Parse(text).Value)], fields.Item, faults) : null;
    }

    private static Recurrence? By(RecurrenceRule rule, LocalDateTime start, LocalDate[] except, JsonItem item, Faults faults)
    {
        try
        {
            return Recurrence.Of(rule.From(start).Except(except));
        }
        catch (RecurrenceException wrong)
        {
            return Values.Refused<Recurrence>(item, faults, string.Join(' ', wrong.Faults.Select(fault => fault.Message)), "Write times on the wall clock, from the year 1 on");
        }
    }

    private static string? DateText(JsonItem item, Faults faults) =>
        Values.Date(item, faults) is { } date ? LocalDatePattern.Iso.Format(date) : null;

    private static RecurrenceRule? Rule(JsonItem item, Faults faults)
    {
        if (Values.Text(item, faults) is not { } text)
        {
            return null;
        }

        var reading = RecurrenceText.ReadRule(text);
        foreach (var fault in reading.Faults)
        {
            faults.Add(item.Place, $"{fault.Part}: {fault.Message}", "Write a rule as RFC 5545 has it, such as FREQ=MONTHLY;BYDAY=2TU");
        }

        return reading.Value;
    }

    /// <summary>"for" an elapsed duration, or "until" a wall-clock time (S-42).</summary>
    private static RuleLength? Lasts(Fields fields, Faults faults)
    {
        var elapsed = fields.Optional("for", Values.Length);
        var until = fields.Optional("until", Until);
        if (fields.Item.Kind == JsonKind.Object && (fields.Item.Find("for") is null) == (fields.Item.Find("until") is null))
        {
            faults.Add(fields.Item.Place, "The rule does not say in exactly one way how long it lasts.", "Give \"for\" a duration, or \"until\" a time");
        }

        return elapsed is { } length ? RuleLength.For(length) : until;
    }

    private static RuleLength? Until(JsonItem item, Faults faults)
    {
        if (Values.Text(item, faults) is not { } text)
        {
            return null;
        }

        return _time.Parse(text).TryGetValue(default, out var time) ? RuleLength.Until(time)
            : _dateTime.Parse(text).TryGetValue(default, out var end) ? RuleLength.Until(end)
            : AnnualUntil(text) ?? Values.Refused<RuleLength>(item, faults, $"'{text}' is not an end.", "Write a time like 06:00, a day of the year like 01-04T00:00, or a date like 2026-10-28T18:00");
    }

    private static RuleLength? AnnualUntil(string text) =>
        text.Split('T') is [var day, var time] && _annual.Parse(day).TryGetValue(default, out var date) && _time.Parse(time).TryGetValue(default, out var at)
            ? RuleLength.Until(date, at)
            : null;

    private static AnnualDate? Annual(JsonItem item, Faults faults)
    {
        if (Values.Text(item, faults) is not { } text)
        {
            return null;
        }

        return _annual.Parse(text).TryGetValue(default, out var day)
            ? day
            : Values.Refused<AnnualDate?>(item, faults, $"'{text}' is not a day of the year.", "Write month and day, for example 12-19");
    }

    /// <summary>Everything, unless services or environments narrow it; where both do, both hold.</summary>
    private static Scope About(Fields fields)
    {
        Scope[] services = [.. fields.List("services", Values.Name(text => new ServiceId(text))).Select(Scope.Service)];
        Scope[] environments = [.. fields.List("environments", Values.Name(text => new EnvironmentId(text))).Select(Scope.Environment)];
        Scope[] parts =
        [
            .. fields.Item.Find("services") is null ? Array.Empty<Scope>() : [Scope.AnyOf(services)],
            .. fields.Item.Find("environments") is null ? Array.Empty<Scope>() : [Scope.AnyOf(environments)],
        ];
        return parts.Length == 0 ? Scope.Everything : Scope.AllOf(parts);
    }

    private static IsoDayOfWeek Day(string name) => (IsoDayOfWeek)(Array.IndexOf(_days, name) + 1);

    private sealed record Common(RuleId? Id, string? Title, string Zone, Recurrence? Recurrence, RuleLength? Length, Scope Scope)
    {
        public LocalDate? From { get; init; }

        public LocalDate? Until { get; init; }
    }
}
