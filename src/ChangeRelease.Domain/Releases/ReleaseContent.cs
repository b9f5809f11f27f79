using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>What a release says; texts are kept in Unicode normal form C.</summary>
/// <remarks>Title, notes and tags are immaterial; every other field is material: go and no-go are bound to it (S-23).</remarks>
public sealed record ReleaseContent
{
    /// <summary>What the release is called. Immaterial.</summary>
    public string Title { get; init => field = Text.Canonical(value, nameof(Title)); } = string.Empty;

    /// <summary>Remarks. Immaterial.</summary>
    public string Notes { get; init => field = Text.Canonical(value, nameof(Notes)); } = string.Empty;

    /// <summary>Words to find it by. Immaterial.</summary>
    public ValueList<string> Tags { get; init => field = value.Select(tag => Text.Canonical(tag, nameof(Tags))).ToValueList(); } = [];

    /// <summary>What kind of release it is.</summary>
    public ReleaseType Type { get; init; } = ReleaseType.Minor;

    /// <summary>The version it brings, for example <c>2.4.0</c>; null until it is known.</summary>
    public SemanticVersion? Version { get; init; }

    /// <summary>The changes it carries.</summary>
    public ValueList<ChangeId> Changes { get; init; } = [];

    /// <summary>What goes out; null until it is built.</summary>
    public Package? Package { get; init; }

    /// <summary>What it runs with, environment by environment; each environment at most once.</summary>
    public ValueList<ConfigurationVersion> Configurations { get; init; } = [];

    /// <summary>The services it goes to.</summary>
    public ValueList<ServiceId> Services { get; init; } = [];

    /// <summary>The environments it goes to, in promotion order.</summary>
    public ValueList<EnvironmentId> Environments { get; init; } = [];

    /// <summary>How it goes out, stage by stage; null when that is not planned yet.</summary>
    public RolloutPlan? Rollout { get; init; }

    /// <summary>What must be shown before it enters or leaves a phase, beside the gates of its rollout.</summary>
    public ValueList<Criterion> Criteria { get; init; } = [];

    /// <summary>How long its early life is watched after its rollout ended, at most 36,525 days; null when it is not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or longer than that.</exception>
    public Duration? Hypercare { get; init => field = value is { } length ? RolloutPlan.Checked(length, nameof(Hypercare)) : null; }

    /// <summary>How it is rolled back.</summary>
    public string RemediationPlan { get; init => field = Text.Canonical(value, nameof(RemediationPlan)); } = string.Empty;

    /// <summary>How long preparing, deploying and rolling back take; null when not known yet.</summary>
    public Effort? Effort { get; init; }

    /// <summary>What the release goes to: each service in each environment.</summary>
    internal ValueList<Target> Targets => TargetsOf(null);

    /// <summary>The same, named as those of a tenant.</summary>
    internal ValueList<Target> TargetsOf(TenantId? tenant) =>
        Services.SelectMany(service => Environments.Select(environment => new Target(service, environment) { Tenant = tenant })).Distinct().ToValueList();
}
