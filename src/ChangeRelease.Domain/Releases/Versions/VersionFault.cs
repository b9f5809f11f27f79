using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>One thing that is wrong with the text of a version or of a range of versions.</summary>
public sealed record VersionFault
{
    internal VersionFault(string code, string part, string message) => (Code, Part, Message) = (RefusalCode.Checked(code), part, message);

    /// <summary>The stable code, <c>release.version.problem</c>; safe to branch on and to translate.</summary>
    public string Code { get; }

    /// <summary>The part it is about, for example <c>minor</c> or <c>prerelease 2</c>.</summary>
    public string Part { get; }

    /// <summary>What is wrong, as a sentence.</summary>
    public string Message { get; }

    /// <summary>The fault on one line.</summary>
    /// <returns>For example <c>release.version.leading-zero (minor): A number does not begin with a zero, unless it is zero.</c></returns>
    public override string ToString() => $"{Code} ({Part}): {Message}";
}
