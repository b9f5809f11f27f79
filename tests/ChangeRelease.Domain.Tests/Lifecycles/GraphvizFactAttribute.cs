namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>A test that needs Graphviz, and is reported as skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GraphvizFactAttribute : FactAttribute
{
    public GraphvizFactAttribute() => Skip = Graphviz.Absence;
}
