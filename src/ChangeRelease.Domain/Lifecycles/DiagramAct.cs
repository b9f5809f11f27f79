using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What an arrow does: its trigger and case, with marks before them, and the codes of what is needed.</summary>
internal sealed record DiagramAct(string Name, ValueList<string> Needs);
