using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What a map says to one subject: where it would stand, or every reason why it cannot be moved.</summary>
public sealed record MigrationVerdict
{
    private MigrationVerdict(Standing? standing, ValueList<Refusal> refusals) => (Standing, Refusals) = (standing, refusals);

    /// <summary>Whether the subject can be moved.</summary>
    public bool IsPermitted => Standing is not null;

    /// <summary>Where it would stand, at the version that it stands at now; null when it is refused.</summary>
    public Standing? Standing { get; }

    /// <summary>Every reason for the "no"; empty when permitted.</summary>
    public ValueList<Refusal> Refusals { get; }

    internal static MigrationVerdict Permit(Standing standing) => new(standing, []);

    internal static MigrationVerdict Refuse(ValueList<Refusal> refusals) => new(null, refusals);
}
