using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Something that is known to be wrong with a release, and how to live with it until it is mended.</summary>
/// <param name="Id">Its id in the host's records, told inside only.</param>
/// <param name="Symptom">What one sees.</param>
/// <param name="Workaround">What helps meanwhile; null when nothing is known to.</param>
public sealed record KnownError(string Id, string Symptom, string? Workaround)
{
    /// <summary>Its id, in Unicode normal form C.</summary>
    public string Id { get; init => field = Text.Canonical(value, nameof(Id)); } = Text.Canonical(Id, nameof(Id));

    /// <summary>What one sees, in Unicode normal form C.</summary>
    public string Symptom { get; init => field = Text.Canonical(value, nameof(Symptom)); } = Text.Canonical(Symptom, nameof(Symptom));

    /// <summary>What helps meanwhile, in Unicode normal form C; null when nothing is known to.</summary>
    public string? Workaround { get; init => field = value is null ? null : Text.Canonical(value, nameof(Workaround)); } = Workaround is null ? null : Text.Canonical(Workaround, nameof(Workaround));

    /// <summary>Whether it is for those inside only.</summary>
    public bool IsInternal { get; init; }
}
