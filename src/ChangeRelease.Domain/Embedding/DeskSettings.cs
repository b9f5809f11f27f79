using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>What a host settles once for its desks.</summary>
public sealed record DeskSettings
{
    /// <summary>Settings for one tenant.</summary>
    /// <param name="tenant">The tenant; the desks see nothing of any other.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tenant"/> is null.</exception>
    public DeskSettings(TenantId tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        Tenant = tenant;
    }

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>The change models; the built-in ones unless others are given.</summary>
    public ChangeModelCatalog ChangeModels { get; init; } = ChangeModelCatalog.BuiltIn;

    /// <summary>The release models, the last one to open under; the built-in one unless others are given.</summary>
    public ValueList<ReleaseModel> ReleaseModels { get; init; } = [Releases.ReleaseModels.Ordinary];

    /// <summary>How long a slot stays held for a holder that has not taken it up; five minutes unless said otherwise.</summary>
    public Duration HoldStands { get; init; } = Duration.FromMinutes(5);

    /// <summary>How often a command is decided again when somebody else was faster; ten times unless said otherwise.</summary>
    public int Attempts { get; init; } = 10;
}
