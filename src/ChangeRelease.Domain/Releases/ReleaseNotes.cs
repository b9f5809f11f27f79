using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What a release brings, from the changes it carries and the commits it is made of (S-55).</summary>
/// <remarks>The same notes give the same text, byte for byte, in whatever order notes and errors are given.</remarks>
public sealed record ReleaseNotes
{
    private ReleaseNotes(Release release, ValueList<CarriedChange> changes) =>
        (Id, Title, Version, Type, State, Changes) = (release.Id, release.Content.Title, release.Content.Version, release.Content.Type, release.Status.Name, changes);

    /// <summary>The release.</summary>
    public ReleaseId Id { get; }

    /// <summary>What it is called.</summary>
    public string Title { get; }

    /// <summary>The version it brings; null while it names none.</summary>
    public SemanticVersion? Version { get; }

    /// <summary>What kind of release it is.</summary>
    public ReleaseType Type { get; }

    /// <summary>The name of the state it is in.</summary>
    public string State { get; }

    /// <summary>The changes it carries, in the order of its scope; told inside only, since their titles are not written for those who use it.</summary>
    public ValueList<CarriedChange> Changes { get; }

    /// <summary>What is new, fixed, and so on; <see cref="ReleaseNote.Of(string, string)"/> makes them of commits.</summary>
    public ValueList<ReleaseNote> Notes { get; init; } = [];

    /// <summary>What is known to be wrong with it.</summary>
    public ValueList<KnownError> KnownErrors { get; init; } = [];

    /// <summary>Writes notes.</summary>
    /// <param name="release">The release.</param>
    /// <param name="changes">The changes it carries, as they stand.</param>
    /// <returns>The notes.</returns>
    public static ReleaseNotes Of(Release release, ValueList<CarriedChange> changes)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(changes);
        return new ReleaseNotes(release, changes);
    }

    /// <summary>The notes as Markdown; what people wrote is escaped, so that it cannot change the page.</summary>
    /// <param name="audience">For whom they are.</param>
    /// <returns>A heading, a line about the release, one item for each change, and a section each for what breaks, what is new and so on, and known errors; lines end in a line feed.</returns>
    public string ToMarkdown(NotesAudience audience = NotesAudience.Internal) => NotesMarkdown.Write(this, audience);

    /// <summary>The notes as JSON, in UTF-8 and a fixed order.</summary>
    /// <param name="audience">For whom they are; what is not told to them is not there.</param>
    /// <returns>The bytes.</returns>
    public byte[] ToJson(NotesAudience audience = NotesAudience.Internal) => NotesJson.Write(this, audience);
}

/// <summary>A change aboard a release, as its notes tell it.</summary>
/// <param name="Id">The change.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Type">The id of its change model.</param>
/// <param name="Services">The services it affects.</param>
/// <param name="Status">The name of the state it is in.</param>
public sealed record CarriedChange(ChangeId Id, string Title, string Type, ValueList<ServiceId> Services, string Status);
