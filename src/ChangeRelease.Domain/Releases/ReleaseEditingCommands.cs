using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>Opens a release; whoever acts is its owner.</summary>
/// <param name="Id">The release's name; it must be new.</param>
/// <param name="Content">What the release says; it may be incomplete until it is built.</param>
public sealed record OpenRelease(ReleaseId Id, ReleaseContent Content) : ReleaseCommand
{
    private protected override Trigger? Takes => null;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) =>
        throw new InvalidOperationException("A release is opened before there is anything to attempt.");
}

/// <summary>Edits a planned release.</summary>
/// <param name="Content">What the release says from now on, whole.</param>
public sealed record AmendRelease(ReleaseContent Content) : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.Amend;

    internal override ReleaseContent ContentAfter(Release release) => Content;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseAmended(
        header, Content, ReleaseFields.Changed(attempt.Release.Content, Content));
}

/// <summary>Adds a note.</summary>
/// <param name="Note">The note; not blank.</param>
public sealed record AnnotateRelease(string Note) : ReleaseCommand
{
    /// <summary>The note; not blank.</summary>
    public string Note { get; init => field = Text.Canonical(value, nameof(Note)); } = Text.Canonical(Note, nameof(Note));

    private protected override Trigger Takes => ReleaseTriggers.Annotate;

    internal override string Because => Note;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseAnnotated(header, Note);
}
