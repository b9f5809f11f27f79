using System.Reflection;
using System.Runtime.ExceptionServices;

namespace ChangeRelease.Domain.Tests.Embedding.Faults;

/// <summary>Stands before a port, so that each of its calls can break.</summary>
internal class Toll<TPort> : DispatchProxy
    where TPort : class
{
    private TPort _inner = null!;
    private Breakage _breakage = null!;

    public static TPort Before(TPort inner, Breakage breakage)
    {
        var port = Create<TPort, Toll<TPort>>();
        var toll = (Toll<TPort>)(object)port;
        (toll._inner, toll._breakage) = (inner, breakage);
        return port;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var call = _breakage.Come(NameOf(targetMethod!));
        args?.OfType<CancellationToken>().FirstOrDefault().ThrowIfCancellationRequested();
        var answer = Answer(targetMethod!, args);
        _breakage.Go(call);
        return answer;
    }

    private object? Answer(MethodInfo method, object?[]? args)
    {
        try
        {
            return method.Invoke(_inner, args);
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(thrown.InnerException);
            throw;
        }
    }

    private static string NameOf(MethodInfo method) =>
        method.Name is "HostFactsAsync" or "ClassesAsync" ? $"{method.Name} of {method.GetParameters()[0].ParameterType.Name}" : method.Name;
}
