using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>How a template stands: what a decision needs to know about the authority it gives (S-30).</summary>
/// <remarks>
/// For a change that was submitted, it tells of the version that the change was submitted under; for one that was not, of the version in force.
/// Desks make it from the template's own stream; a host that keeps templates elsewhere makes it itself, and counts uses itself.
/// </remarks>
/// <param name="Id">The template.</param>
/// <param name="Version">The number of the published version.</param>
/// <param name="IsPublished">Whether there is such a version.</param>
/// <param name="Expires">The first instant at which it no longer authorizes; null when it does not expire.</param>
/// <param name="UsesLeft">How many more changes it may authorize, this one not counted; null when it is not limited.</param>
/// <param name="Services">The services it may be used for.</param>
/// <param name="Environments">The environments it may be used in.</param>
public sealed record TemplateStanding(
    TemplateId Id,
    int Version,
    bool IsPublished,
    Instant? Expires,
    int? UsesLeft,
    ValueList<ServiceId> Services,
    ValueList<EnvironmentId> Environments)
{
    /// <summary>Whether it is out of force for the time being.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>Whether the template is over.</summary>
    public bool IsRetired { get; init; }

    /// <summary>The number of the later version that ended this one; null when none did.</summary>
    public int? SupersededBy { get; init; }

    /// <summary>The highest risk that a change under it may have; the lowest unless it says otherwise.</summary>
    public Grade RiskCeiling { get; init; } = Grade.Low;

    /// <summary>How changes under it are made; null leaves it to the change.</summary>
    public ChangePlan? ImplementationPlan { get; init; }

    /// <summary>How they are tested; null leaves it to the change.</summary>
    public ChangePlan? TestPlan { get; init; }

    /// <summary>How they are undone; null leaves it to the change.</summary>
    public ChangePlan? RemediationPlan { get; init; }

    /// <summary>What each change fills in, and within which bounds.</summary>
    public ValueList<TemplateParameter> Parameters { get; init; } = [];

    /// <summary>What exhausted the failure budget; null while it is not exhausted.</summary>
    public string? ExhaustedBy { get; init; }

    /// <summary>Whether the change has its use of this version; null when it has not asked for one, or the host counts uses itself.</summary>
    public bool? HoldsUse { get; init; }

    /// <summary>How a template stands for a change.</summary>
    /// <param name="template">The template as it is.</param>
    /// <param name="change">The change.</param>
    /// <param name="pin">What the change was submitted under; null when it was not.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <returns>The standing of the pinned version, or of the latest published one.</returns>
    public static TemplateStanding Of(ChangeTemplate template, ChangeId? change, TemplatePin? pin, Instant now)
    {
        ArgumentNullException.ThrowIfNull(template);
        var pinned = pin?.Template == template.Id ? pin : null;
        var version = pinned is null ? template.Latest : template.Published(pinned.Number);
        var standing = new TemplateStanding(
            template.Id,
            version?.Number ?? pinned?.Number ?? 0,
            version is not null,
            version?.Expires,
            version is null ? null : TemplateUses.Left(template, version, change, now),
            version?.Content.Services ?? [],
            version?.Content.Environments ?? []);
        return version is null ? standing with { IsRetired = template.IsRetired } : standing with
        {
            IsSuspended = template.IsSuspended,
            IsRetired = template.IsRetired,
            SupersededBy = template.EndOf(version),
            RiskCeiling = version.Content.RiskCeiling ?? Grade.Low,
            ImplementationPlan = version.Content.ImplementationPlan,
            TestPlan = version.Content.TestPlan,
            RemediationPlan = version.Content.RemediationPlan,
            Parameters = version.Content.Parameters,
            ExhaustedBy = version.ExhaustedBy,
            HoldsUse = pinned is null ? null : TemplateUses.Holds(template, pinned, change, now),
        };
    }
}
