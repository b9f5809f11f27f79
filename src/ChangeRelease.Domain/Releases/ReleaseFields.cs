using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Every field of a release's content, declared once: material unless it says otherwise (S-23).</summary>
internal static class ReleaseFields
{
    public static IReadOnlyList<ContentField<ReleaseContent>> All { get; } =
    [
        ContentField<ReleaseContent>.Immaterial(nameof(ReleaseContent.Title), content => content.Title),
        ContentField<ReleaseContent>.Immaterial(nameof(ReleaseContent.Notes), content => content.Notes),
        ContentField<ReleaseContent>.Immaterial(nameof(ReleaseContent.Tags), content => (IEnumerable<string>)content.Tags),
        ContentField<ReleaseContent>.Material(nameof(ReleaseContent.Type), content => content.Type.Value),
        ContentField<ReleaseContent>.Material(nameof(ReleaseContent.Version), content => content.Version?.ToString()),
        ContentField<ReleaseContent>.Material(nameof(ReleaseContent.Changes), content => content.Changes.Select(change => change.Value)),
        ContentField<ReleaseContent>.Material(nameof(ReleaseContent.Package), (json, content) => content.Package.WriteTo(json)),
        ContentField<ReleaseContent>.Material(nameof(ReleaseContent.Configurations), content => content.Configurations.SelectMany(one => (string[])[one.Environment.Value, one.Version, one.Digest.Hex])),
        ContentField<ReleaseContent>.Material(nameof(ReleaseContent.Services), content => content.Services.Select(service => service.Value)),
        ContentField<ReleaseContent>.Material(nameof(ReleaseContent.Environments), content => content.Environments.Select(environment => environment.Value)),
        ContentField<ReleaseContent>.Material(nameof(ReleaseContent.Rollout), (json, content) => content.Rollout.WriteTo(json)),
        ContentField<ReleaseContent>.Material(nameof(ReleaseContent.Criteria), (json, content) => content.Criteria.WriteTo(json)),
        ContentField<ReleaseContent>.Material(nameof(ReleaseContent.Hypercare), (json, content) => RolloutWriting.Write(json, content.Hypercare)),
        ContentField<ReleaseContent>.Material(nameof(ReleaseContent.RemediationPlan), content => content.RemediationPlan),
        ContentField<ReleaseContent>.Material(nameof(ReleaseContent.Effort), (json, content) => content.Effort.WriteTo(json)),
    ];

    public static Digest DigestOf(ReleaseContent content) => ContentField<ReleaseContent>.DigestOf(All, content);

    public static ValueList<string> Changed(ReleaseContent before, ReleaseContent after) =>
        All.Where(field => !field.IsSame(before, after)).Select(field => field.Name).ToValueList();
}
