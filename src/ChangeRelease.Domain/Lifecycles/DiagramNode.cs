namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A state as it is drawn.</summary>
internal sealed record DiagramNode(string Node, string Name, bool IsEnd, bool IsCurrent, bool IsVisited, bool IsNext);
