using System.ComponentModel;
using System.Text.Json.Serialization;

namespace ChangeRelease.Domain.Releases;

/// <summary>Dependencies as their document writes them.</summary>
internal sealed record DependenciesEntry
{
    [JsonPropertyName("$schema")]
    [Description("Where an editor finds the schema; not looked at.")]
    public string? Schema { get; init; }

    [Description("The format and its version.")]
    public required string Format { get; init; }

    [Description("The releases that are not live everywhere yet.")]
    public required IReadOnlyList<DependentReleaseEntry> Releases { get; init; }

    [Description("What versions need of each other; left out, nothing.")]
    public IReadOnlyList<VersionNeedEntry>? Needs { get; init; }

    [Description("How far versions may be apart that run beside each other; left out, as far as they like.")]
    public IReadOnlyList<SkewLimitEntry>? Limits { get; init; }
}

/// <summary>A release.</summary>
internal sealed record DependentReleaseEntry
{
    [Description("The release.")]
    public required string Id { get; init; }

    [Description("The services it brings, each once.")]
    public required IReadOnlyList<ServiceVersionEntry> Brings { get; init; }

    [Description("The releases that have to be live before it goes live; left out, none.")]
    public IReadOnlyList<string>? After { get; init; }

    [Description("Whether its old versions run beside its new ones for a while; left out, they do.")]
    public bool? Gradual { get; init; }
}

/// <summary>A service in one version.</summary>
internal sealed record ServiceVersionEntry
{
    [Description("The service.")]
    public required string Service { get; init; }

    [Description("Its semantic version, for example 2.4.0.")]
    public required string Version { get; init; }
}

/// <summary>What some versions of a service need of another.</summary>
internal sealed record VersionNeedEntry
{
    [Description("The service that needs something.")]
    public required string Service { get; init; }

    [Description("Those of its versions that need it, as a range; left out, all of them.")]
    public string? Versions { get; init; }

    [Description("The service that is needed.")]
    public required string On { get; init; }

    [Description("The versions of it that will do, as a range, for example ^1.4.0.")]
    public required string Range { get; init; }
}

/// <summary>How far versions may be apart.</summary>
internal sealed record SkewLimitEntry
{
    [Description("One service.")]
    public required string One { get; init; }

    [Description("The other one; the same for its own versions beside each other.")]
    public required string Other { get; init; }

    [Description("The greatest difference of their minors, within one major; from 0.")]
    public required int Minors { get; init; }
}
