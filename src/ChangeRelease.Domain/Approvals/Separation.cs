namespace ChangeRelease.Domain.Approvals;

/// <summary>Two parties that a host keeps apart: where one had a hand in it, the other does not approve (S-24).</summary>
/// <param name="Contributing">Who had a hand in it.</param>
/// <param name="Approving">Who then does not count as approver.</param>
public sealed record Separation(Party Contributing, Party Approving);
