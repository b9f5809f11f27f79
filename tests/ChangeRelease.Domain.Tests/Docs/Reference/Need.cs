using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ChangeRelease.Domain.Tests.Docs.Reference;

/// <summary>One requirement, as the reference tells it.</summary>
internal sealed partial record Need(string Code, string Sentence, string Rule, IReadOnlyList<string> After)
{
    private static readonly Dictionary<string, string> Summaries = XDocument
        .Load(Path.ChangeExtension(House.Library.Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")?.Value ?? string.Empty, StringComparer.Ordinal);

    public static Need Of(PropertyInfo property, object requirement) => new(
        Read<string>(requirement, "Code"),
        Read<string>(requirement, "Sentence"),
        RuleOf(property),
        [.. Read<IEnumerable<object>>(requirement, "WaitsFor").Select(other => Read<string>(other, "Code"))]);

    private static T Read<T>(object requirement, string property) => (T)requirement.GetType().GetProperty(property)!.GetValue(requirement)!;

    private static string RuleOf(PropertyInfo property)
    {
        var holder = property.DeclaringType!.IsGenericType ? property.DeclaringType.GetGenericTypeDefinition() : property.DeclaringType;
        var summary = Summaries.GetValueOrDefault($"P:{holder.FullName}.{property.Name}", string.Empty);
        return RuleNumbers().Match(summary).Groups[1].Value;
    }

    [GeneratedRegex(@"\((S-[^)]*)\)")]
    private static partial Regex RuleNumbers();
}
