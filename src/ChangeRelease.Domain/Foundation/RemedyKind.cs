namespace ChangeRelease.Domain.Foundation;

/// <summary>The manners of cure.</summary>
public enum RemedyKind
{
    /// <summary>An act of whoever asked.</summary>
    Act,

    /// <summary>An act of someone in a named role.</summary>
    Ask,

    /// <summary>Time alone.</summary>
    Wait,
}
