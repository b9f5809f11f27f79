using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace QuickStart.Input;

/// <summary>Reads the calendar file. What the rules mean is judged by the library; here it only gets its place in the file.</summary>
internal sealed class CalendarReader(Faults faults, IDateTimeZoneProvider zones)
{
    private const string StandIn = "Etc/UTC";

    public CalendarInput? Read(JsonItem root)
    {
        var before = faults.Count;
        var fields = new Fields(root, faults);
        var id = fields.Required("calendar", Values.Name(text => new CalendarId(text)));
        var version = fields.Required("version", Values.Count);
        var zone = fields.Required("zone", Zone);
        var otherwise = fields.Required("otherwise", Values.OneOf("closed", "open"));
        var rules = new RuleReader(zone ?? StandIn);
        var windows = fields.List("windows", rules.Window, isRequired: true);
        var freezes = fields.List("freezes", rules.Freeze);
        fields.NothingElse();
        Repeated(root);
        Judge([.. windows, .. freezes]);
        return faults.Count > before ? null : Define(id!, version!.Value, zone!, otherwise!, windows.With(freezes));
    }

    private CalendarInput Define(CalendarId id, int version, string zone, string otherwise, IEnumerable<ReadRule> rules) => new(
        ChangeCalendar.Define(
            id,
            version,
            otherwise == "open" ? CalendarDefault.OpenByDefault : CalendarDefault.ClosedByDefault,
            rules.Select(read => read.Rule),
            zones),
        zones[zone]);

    private string? Zone(JsonItem item, Faults all) => Values.Text(item, all) switch
    {
        null => null,
        var text when zones.Ids.Contains(text) => text,
        var text => Values.Refused<string>(item, all, $"There is no time zone '{text}'.", "Name an IANA zone, such as 'America/Los_Angeles', in exactly that case"),
    };

    /// <summary>Rules that share an id, whatever else is wrong with them.</summary>
    private void Repeated(JsonItem root)
    {
        var ids = ((string[])["windows", "freezes"]).SelectMany(name => root.Find(name)?.Items ?? []).Select(rule => rule.Find("id")).OfType<JsonItem>();
        foreach (var twin in ids.GroupBy(id => id.Text, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            faults.Add(twin.Place, $"The rule '{twin.Text}' is given twice.", "Give every rule an id of its own");
        }
    }

    /// <summary>Each rule by itself, which tells its place exactly; then all of them together.</summary>
    private void Judge(IReadOnlyList<ReadRule> rules)
    {
        var told = new HashSet<CalendarFault>();
        foreach (var read in rules)
        {
            var own = ChangeCalendar.Verify([read.Rule], zones);
            told.UnionWith(own);
            Tell(read.Item, own);
        }

        foreach (var fault in ChangeCalendar.Verify(rules.Select(read => read.Rule), zones).Where(fault => !told.Contains(fault) && !IsAboutIds(fault)))
        {
            Tell(rules.Last(read => read.Rule.Id == fault.Rule).Item, [fault]);
        }
    }

    private void Tell(JsonItem rule, IEnumerable<CalendarFault> found)
    {
        foreach (var fault in found)
        {
            faults.Add(PlaceOf(rule, fault), $"{fault.Rule}: {fault.Message}", fault.Remedy.Text);
        }
    }

    private static bool IsAboutIds(CalendarFault fault) => fault.Code.EndsWith("duplicate-id", StringComparison.Ordinal);

    // calendar.zone.unknown is about the field zone, where the rule has one of its own.
    private static Place PlaceOf(JsonItem rule, CalendarFault fault) => fault.Code.Split('.')[1] switch
    {
        "zone" => rule.Find("zone"),
        "title" => rule.Find("title"),
        "capacity" => rule.Find("capacity"),
        "length" => rule.Find("for") ?? rule.Find("until"),
        "recurrence" => rule.Find("on") ?? rule.Find("rule"),
        _ => null,
    } is { } field ? field.Place : rule.Place;
}
