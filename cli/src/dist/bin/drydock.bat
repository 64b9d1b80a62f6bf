@echo off
rem Starts Drydock. DRYDOCK_JAVA_OPTS adds options of the virtual machine, such as -Xmx4g.
setlocal
set "java="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%j in (java.exe) do set "java=%%~$PATH:j"
if not defined java (
    echo drydock: no Java found. Install a JDK of version 17 or later, or set JAVA_HOME. 1>&2
    exit /b 1
)
rem Windows keeps names of files in Unicode, so there is no locale to set as in the other launcher.
rem Versions of ONNX Runtime from 1.29 on report usage to their maker unless told not to. Ours does not; another one may be put in lib.
set "ORT_DISABLE_TELEMETRY=1"
rem OpenCV writes of its own accord to standard error; what it says of a bad file stands in our report.
if not defined OPENCV_LOG_LEVEL set "OPENCV_LOG_LEVEL=SILENT"
rem A second limit behind our own, should a file declare another size to OpenCV than to us.
if not defined OPENCV_IO_MAX_IMAGE_PIXELS set "OPENCV_IO_MAX_IMAGE_PIXELS=100000000"
rem Threads of a training that wait for each other give their core away instead of spinning.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=passive"
rem The heap's settings of the other launcher are those of glibc, which Windows does not have.
rem Native memory is bounded by scopes, not by JavaCPP's own limits, which would count shared libraries and page cache.
set "options=-XX:+UseSerialGC -Xms64m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=30 -XX:-ShrinkHeapInSteps -Xshare:auto -XX:-UsePerfData"
set "options=%options% -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Djdk.console=java.base"
set "options=%options% -Dorg.bytedeco.javacpp.maxphysicalbytes=0 -Dorg.bytedeco.javacpp.maxbytes=0"
set "options=%options% -Djdk.http.auth.tunneling.disabledSchemes="
set "jar=%~dp0..\lib\drydock-cli-${project.version}.jar"
"%java%" %options% %DRYDOCK_JAVA_OPTS% -jar "%jar%" %*
exit /b %ERRORLEVEL%
