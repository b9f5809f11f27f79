using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>One thing that keeps a message from being a conventional commit.</summary>
public sealed record CommitFault
{
    internal CommitFault(string problem, string message) => (Code, Message) = (RefusalCode.Checked($"release.commit.{problem}"), message);

    /// <summary>The stable code, <c>release.commit.problem</c>; safe to branch on and to translate.</summary>
    public string Code { get; }

    /// <summary>What is wrong, as a sentence.</summary>
    public string Message { get; }

    /// <summary>The fault on one line.</summary>
    /// <returns>For example <c>release.commit.description-missing: Nothing stands behind the colon.</c></returns>
    public override string ToString() => $"{Code}: {Message}";
}
