using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>People in sentences.</summary>
internal static class People
{
    /// <summary>So many of these people, as one would say it.</summary>
    public static string Choose(int count, IReadOnlyList<ActorId> people) => people.Count switch
    {
        0 => "somebody new to the role",
        _ when count >= people.Count => string.Join(" and ", people),
        _ when count == 1 => $"one of {string.Join(", ", people)}",
        _ => FormattableString.Invariant($"{count} of {string.Join(", ", people)}"),
    };
}
