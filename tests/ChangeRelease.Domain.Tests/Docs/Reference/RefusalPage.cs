using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using ChangeRelease.Domain.Tests.House;

namespace ChangeRelease.Domain.Tests.Docs.Reference;

/// <summary>The reference of every refusal code, written from the requirements and from the refusals that come before any table.</summary>
internal static partial class RefusalPage
{
    private const string Head = """
        # Refusal codes

        This page is generated from the requirements themselves; a test fails when it is stale.
        Codes are stable: branch on them, translate by them. The sentence says what is needed; the refusal is given when it is not so.
        *Rule* names the [rule of the domain](rules.md) that asks for it, where there is a special one. *Judged after* names what must be met first;
        until then the refusal is listed as not judged yet. *Asked by* names the triggers of the [built-in lifecycles](lifecycles.md).
        Where it is empty, no built-in lifecycle asks for it; yours may.

        """;

    public static string Write()
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        Section(text, "Changes", Requirements(typeof(Domain.Changes.Needs)));
        Section(text, "Permits", Requirements(typeof(Domain.Changes.PermitNeeds)));
        Section(text, "Releases", Requirements(typeof(Domain.Releases.Needs)));
        Section(text, "Dependencies between releases", Requirements(new Domain.Releases.DependencyNeeds<int>(_ => null)));
        Section(text, "Release trains", Requirements(typeof(Domain.Releases.TrainNeeds)));
        Section(text, "Runbooks and plans of releases", Requirements(typeof(Domain.Releases.ReleaseDocumentNeeds)));
        Section(text, "Templates", Requirements(typeof(Domain.Changes.TemplateNeeds)));
        Section(text, "Meetings of boards", Requirements(typeof(Domain.Changes.MeetingNeeds)));
        Section(text, "Bookings", Requirements(typeof(Domain.Scheduling.BookingNeeds)));
        Section(text, "Planning changes and releases", Requirements(typeof(Domain.Embedding.PlanningNeeds)));
        text.Append("\n## Before any table is asked\n\n| code | what is needed |\n|---|---|\n");
        foreach (var (code, sentence) in Spoken())
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{code}` | {sentence} |\n");
        }

        Faults(text, "A lifecycle that does not build", "src/ChangeRelease.Domain/Lifecycles/", LifecycleFault());
        text.Append("\nA document of a lifecycle has these, too, where its shape is wrong; documents of other rooms have them under their room's name:\n\n");
        Codes(text, "src/ChangeRelease.Domain/Foundation/Documents/", DocumentFault(), "lifecycle.");
        Faults(text, "A change model that does not build", "src/ChangeRelease.Domain/Changes/ChangeModel", ChangeFault());
        Faults(text, "A release model that does not build", "src/ChangeRelease.Domain/Releases/", ReleaseFault());
        Faults(text, "A version that cannot be read", "src/ChangeRelease.Domain/Releases/Versions/", VersionFault(), "release.version.");
        Faults(text, "A message that is no conventional commit", "src/ChangeRelease.Domain/Releases/Documents/", CommitFault(), "release.commit.");
        Faults(text, "A template model that does not build", "src/ChangeRelease.Domain/Changes/Templates/", TemplateFault());
        Faults(text, "A meeting model that does not build", "src/ChangeRelease.Domain/Changes/Boards/", MeetingFault());
        Faults(text, "A migration map that does not build", "src/ChangeRelease.Domain/Lifecycles/Migration/", MigrationFault());
        Faults(text, "An assessment scheme or a priority table that does not build", "src/ChangeRelease.Domain/Changes/Assessing/", AssessmentFault());
        Faults(text, "A calendar that cannot be defined, or warns", "src/ChangeRelease.Domain/Calendars/", CalendarFault());
        Faults(text, "A conflict policy that cannot be defined", "src/ChangeRelease.Domain/Scheduling/Conflicts/ConflictRuleFaults", ConflictFault());
        Faults(text, "A calendar file that cannot be read", "src/ChangeRelease.Domain.ICalendar/Reading/", FileFault(), "calendar.file.");
        Faults(text, "A cron expression or its duration that cannot be read", "src/ChangeRelease.Domain.ICalendar/Cron/", CalendarFault());
        Faults(text, "A calendar that no file can say", "src/ChangeRelease.Domain.ICalendar/Writing/", ExportFault(), "calendar.export.");
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IEnumerable<Need> needs)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| code | what is needed | rule | judged after | asked by |\n|---|---|---|---|---|\n");
        foreach (var need in needs)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{need.Code}` | {need.Sentence} | {need.Rule} | {string.Join(", ", need.After.Select(code => $"`{code}`"))} | {AskedBy(need.Code)} |\n");
        }
    }

    private static string AskedBy(string code) => string.Join(", ", LifecyclePage.Descriptions
        .SelectMany(description => description.Transitions)
        .Where(row => row.Requirements.Any(need => need.Code == code))
        .Select(row => row.Trigger.Value)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal));

    private static IEnumerable<Need> Requirements(Type needs) => InOrder(Needs(null, needs));

    private static IEnumerable<Need> Requirements(object needs) => InOrder(Needs(needs, needs.GetType()));

    private static IEnumerable<Need> InOrder(IEnumerable<Need> needs) => needs
        .GroupBy(need => need.Code, StringComparer.Ordinal)
        .Select(same => same.First())
        .OrderBy(need => need.Code, StringComparer.Ordinal);

    /// <summary>The requirements that a type has as properties, and those of the groups among its properties.</summary>
    private static IEnumerable<Need> Needs(object? holder, Type type) => type
        .GetProperties(BindingFlags.Public | (holder is null ? BindingFlags.Static : BindingFlags.Instance))
        .Select(property => (Property: property, Value: property.GetValue(holder)))
        .SelectMany(entry => Name(entry.Property.PropertyType) switch
        {
            "Requirement`1" => [Need.Of(entry.Property, entry.Value!)],
            "BallotNeeds`1" or "BoardNeeds`1" or "SlotNeeds`1" or "MigrationNeeds`1" or "ProcessOwnerNeeds`1" => Needs(entry.Value, entry.Property.PropertyType),
            _ => (IEnumerable<Need>)[],
        });

    private static string Name(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition().Name : type.Name;

    private static IEnumerable<(string Code, string Sentence)> Spoken() => Repository.Sources
        .SelectMany(source => SpokenRefusal().Matches(File.ReadAllText(Path.Combine(Repository.Root, source))))
        .Select(match => (match.Groups["code"] is { Success: true } code ? code.Value : Domain.Lifecycles.Undefined.Code, match.Groups["rule"].Value))
        .Concat(new[] { Domain.Changes.ChangeRefusals.Before, Domain.Changes.TemplateRefusals.Before, Domain.Changes.MeetingRefusals.Before, Domain.Releases.ReleaseRefusals.Before }.SelectMany(subject => subject.All))
        .OrderBy(refusal => refusal.Item1, StringComparer.Ordinal)
        .Distinct();

    private static void Faults(StringBuilder text, string title, string room, Regex fault, string prefix = "")
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n");
        Codes(text, room, fault, prefix);
    }

    private static void Codes(StringBuilder text, string room, Regex fault, string prefix = "")
    {
        var codes = Repository.Sources
            .Where(source => source.StartsWith(room, StringComparison.Ordinal))
            .SelectMany(source => fault.Matches(File.ReadAllText(Path.Combine(Repository.Root, source))))
            .Select(match => prefix + match.Groups[1].Value)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            text.Append(CultureInfo.InvariantCulture, $"- `{code}`\n");
        }
    }

    [GeneratedRegex("""Refusal\.Of\(\s*(?:"(?<code>[^"]+)"|Code),\s*"(?<rule>[^"]+)",""")]
    private static partial Regex SpokenRefusal();

    [GeneratedRegex("""(?:Fault|faults\.Add)\(\s*"(lifecycle\.[a-z.-]+)",""")]
    private static partial Regex LifecycleFault();

    [GeneratedRegex("""(?:(?:Fault|Unreadable)\(\s*"|\{room\}\.)(document\.[a-z0-9-]+)",""")]
    private static partial Regex DocumentFault();

    [GeneratedRegex("""Wrong\("(lifecycle\.migration\.[a-z-]+)",""")]
    private static partial Regex MigrationFault();

    [GeneratedRegex("""LifecycleFault\("(release\.[a-z.-]+)",""")]
    private static partial Regex ReleaseFault();

    [GeneratedRegex("""Fault\("(?:release\.version\.)?([a-z-]+)",""")]
    private static partial Regex VersionFault();

    [GeneratedRegex("""(?:CommitFault|Refused)\("([a-z-]+)",""")]
    private static partial Regex CommitFault();

    [GeneratedRegex("""AssessmentFault\(\s*"(assessment\.[a-z-]+\.[a-z-]+)",""")]
    private static partial Regex AssessmentFault();

    [GeneratedRegex("""LifecycleFault\(\s*"(change\.[a-z.-]+)",""")]
    private static partial Regex ChangeFault();

    [GeneratedRegex("""LifecycleFault\("(template\.[a-z.-]+)",""")]
    private static partial Regex TemplateFault();

    [GeneratedRegex("""LifecycleFault\("(meeting\.[a-z.-]+)",""")]
    private static partial Regex MeetingFault();

    [GeneratedRegex("""(?:(?:Add|Refused|Fault)\("|new\("calendar\.file\.)([a-z0-9-]+)",""")]
    private static partial Regex FileFault();

    [GeneratedRegex("""Refused(?:Length)?\(rule, "([a-z-]+)",""")]
    private static partial Regex ExportFault();

    [GeneratedRegex("""\(\s*"(scheduling\.[a-z-]+\.[a-z-]+)",""")]
    private static partial Regex ConflictFault();

    [GeneratedRegex("""\(\s*"(calendar\.[a-z-]+\.[a-z-]+)",""")]
    private static partial Regex CalendarFault();
}
