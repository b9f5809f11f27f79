using System.Globalization;
using System.Text.Json;
using ChangeRelease.Domain.Foundation;
using NodaTime.Text;

namespace ChangeRelease.Domain.Changes;

/// <summary>Every field of a template's content, declared once: material unless it says otherwise (S-23).</summary>
internal static class TemplateFields
{
    public static IReadOnlyList<ContentField<TemplateContent>> All { get; } =
    [
        ContentField<TemplateContent>.Immaterial(nameof(TemplateContent.Title), content => content.Title),
        ContentField<TemplateContent>.Immaterial(nameof(TemplateContent.Notes), content => content.Notes),
        ContentField<TemplateContent>.Material(nameof(TemplateContent.Services), content => content.Services.Select(service => service.Value)),
        ContentField<TemplateContent>.Material(nameof(TemplateContent.Environments), content => content.Environments.Select(environment => environment.Value)),
        ContentField<TemplateContent>.Material(nameof(TemplateContent.RiskCeiling), content => content.RiskCeiling?.ToString()),
        ContentField<TemplateContent>.Material(nameof(TemplateContent.ImplementationPlan), (json, content) => content.ImplementationPlan.WriteTo(json)),
        ContentField<TemplateContent>.Material(nameof(TemplateContent.TestPlan), (json, content) => content.TestPlan.WriteTo(json)),
        ContentField<TemplateContent>.Material(nameof(TemplateContent.RemediationPlan), (json, content) => content.RemediationPlan.WriteTo(json)),
        ContentField<TemplateContent>.Material(nameof(TemplateContent.Parameters), (json, content) => JsonSerializer.Serialize(json, content.Parameters, TemplateJson.Parameters)),
        ContentField<TemplateContent>.Material(nameof(TemplateContent.Validity), content => content.Validity is { } validity ? DurationPattern.Roundtrip.Format(validity) : null),
        ContentField<TemplateContent>.Material(nameof(TemplateContent.MaximumUses), content => content.MaximumUses?.ToString(CultureInfo.InvariantCulture)),
        ContentField<TemplateContent>.Material(nameof(TemplateContent.Budget), content => Texts(content.Budget)),
        ContentField<TemplateContent>.Material(nameof(TemplateContent.EarlierVersions), content => content.EarlierVersions.ToString()),
    ];

    public static Digest DigestOf(TemplateContent content) => ContentField<TemplateContent>.DigestOf(All, content);

    public static ValueList<string> Changed(TemplateContent before, TemplateContent after) =>
        Differing(before, after).Select(field => field.Name).ToValueList();

    public static bool IsMaterial(TemplateContent before, TemplateContent after) => Differing(before, after).Any(field => field.IsMaterial);

    private static IEnumerable<ContentField<TemplateContent>> Differing(TemplateContent before, TemplateContent after) =>
        All.Where(field => !field.IsSame(before, after));

    private static IEnumerable<string> Texts(FailureBudget? budget) => budget is null
        ? []
        : [budget.Failures.ToString(CultureInfo.InvariantCulture), budget.OfLast.ToString(CultureInfo.InvariantCulture), budget.ToleratedIncident.ToString()];
}
