using System.Text.Json;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Every field of a change's content, declared once: material unless it says otherwise (S-23).</summary>
internal static class ChangeFields
{
    public static IReadOnlyList<ContentField<Typed>> All { get; } =
    [
        ContentField<Typed>.Material("Type", change => change.Model),
        ContentField<Typed>.Immaterial(nameof(ChangeContent.Title), change => change.Content.Title),
        ContentField<Typed>.Immaterial(nameof(ChangeContent.Notes), change => change.Content.Notes),
        ContentField<Typed>.Immaterial(nameof(ChangeContent.Tags), change => (IEnumerable<string>)change.Content.Tags),
        ContentField<Typed>.Material(nameof(ChangeContent.Justification), change => change.Content.Justification),
        ContentField<Typed>.Material(nameof(ChangeContent.RequestedImpact), change => change.Content.RequestedImpact?.ToString()),
        ContentField<Typed>.Material(nameof(ChangeContent.Urgency), change => change.Content.Urgency?.ToString()),
        ContentField<Typed>.Material(nameof(ChangeContent.Services), change => Names(change.Content.Services)),
        ContentField<Typed>.Material(nameof(ChangeContent.Environments), change => Names(change.Content.Environments)),
        ContentField<Typed>.Material(nameof(ChangeContent.ImplementationPlan), (json, change) => change.Content.ImplementationPlan.WriteTo(json)),
        ContentField<Typed>.Material(nameof(ChangeContent.TestPlan), (json, change) => change.Content.TestPlan.WriteTo(json)),
        ContentField<Typed>.Material(nameof(ChangeContent.RemediationPlan), (json, change) => change.Content.RemediationPlan.WriteTo(json)),
        ContentField<Typed>.Material(nameof(ChangeContent.Implementers), change => Names(change.Content.Implementers)),
        ContentField<Typed>.Material(nameof(ChangeContent.Effort), (json, change) => change.Content.Effort.WriteTo(json)),
        ContentField<Typed>.Material(nameof(ChangeContent.Incident), change => change.Content.Incident?.Value),
        ContentField<Typed>.Material(nameof(ChangeContent.Template), change => change.Content.Template?.Value),
        ContentField<Typed>.Material(nameof(ChangeContent.DependsOn), change => Names(change.Content.DependsOn)),
        ContentField<Typed>.Material(nameof(ChangeContent.Reverses), change => change.Content.Reverses?.Value),
        ContentField<Typed>.Material(nameof(ChangeContent.TemplateArguments), (json, change) => change.Content.TemplateArguments.WriteTo(json)),
        ContentField<Typed>.Material(nameof(ChangeContent.AcceptableTimes), change => change.Content.AcceptableTimes.Select(slot => slot.ToString())),
        ContentField<Typed>.Material(nameof(ChangeContent.Assessment), (json, change) => AssessmentWriting.WriteTo(change.Content.Assessment, json)),
        ContentField<Typed>.Material(nameof(ChangeContent.Deed), (json, change) => Write(json, change.Content.Deed)),
    ];

    public static Digest DigestOf(string model, ChangeContent content) => ContentField<Typed>.DigestOf(All, new Typed(model, content));

    public static ValueList<string> Changed(ChangeContent before, ChangeContent after) =>
        Differing(before, after).Select(field => field.Name).ToValueList();

    public static bool IsMaterial(ChangeContent before, ChangeContent after) => Differing(before, after).Any(field => field.IsMaterial);

    private static IEnumerable<ContentField<Typed>> Differing(ChangeContent before, ChangeContent after) =>
        All.Where(field => !field.IsSame(new Typed(string.Empty, before), new Typed(string.Empty, after)));

    private static IEnumerable<string> Names(IEnumerable<Identifier> names) => names.Select(name => name.Value);

    private static void Write(Utf8JsonWriter json, Deed? deed) => Write(
        json,
        deed is null ? null : [deed.What, deed.When?.ToText(), deed.By?.Value]);

    private static void Write(Utf8JsonWriter json, string?[]? values)
    {
        if (values is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>A content under a change model: the type is one of the things that are approved.</summary>
    internal sealed record Typed(string Model, ChangeContent Content);
}
