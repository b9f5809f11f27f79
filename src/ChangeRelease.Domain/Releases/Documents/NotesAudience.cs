namespace ChangeRelease.Domain.Releases;

/// <summary>For whom release notes are written.</summary>
public enum NotesAudience
{
    /// <summary>Those who build and run it: everything that is known.</summary>
    Internal,

    /// <summary>Those who use it: without what is marked as internal, without states, ids and people.</summary>
    External,
}
